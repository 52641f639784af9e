namespace VpBot.Employers;

/// <summary>A fixed hour of every week in which short talks follow one another, without a name or an appointment.</summary>
/// <param name="TurnLength">How long one talk lasts; the hour holds as many as fit.</param>
public sealed record ConsultationHour(DayOfWeek Day, HourSpan Span, TimeSpan TurnLength, WayToMeet Way);

/// <summary>The consultation hours of one day as people joined them.</summary>
public sealed record KeptConsultations(DateOnly Day, IReadOnlyList<ConsultationHour> Hours);
