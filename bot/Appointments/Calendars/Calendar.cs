using VpBot.Employers;

namespace VpBot.Appointments.Calendars;

/// <summary>When advisors can be booked.</summary>
public interface ICalendar
{
    /// <summary>Every advisor asked for is in the answer, by key.</summary>
    Task<IReadOnlyDictionary<string, Availability>> FreeAsync(IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now);

    /// <summary>Asks afresh whether this time is still free outside our own book; null when the calendar could not be asked.</summary>
    Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot);
}

/// <summary>What somebody looks for.</summary>
/// <param name="Length">How long the talk takes, by the hours of the advisor.</param>
/// <param name="InsteadOf">The talk that would give its own time back. That time is not offered again, and does not count for its day.</param>
public sealed record Wanted(Func<OpeningHours, TimeSpan> Length, string? InsteadOf = null)
{
    public OpeningHours Of(OpeningHours hours) => hours with { TalkLength = Length(hours) };
}
