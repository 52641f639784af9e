namespace VpBot.Employers;

/// <summary>
/// What an advisor set themselves at the desk. What is null is as in the settings; what is not, stands instead of it. Buffers are
/// not among it: the time that stands booked was taken with them.
/// </summary>
public sealed record OwnChoices
{
    public static readonly OwnChoices None = new();

    public Dictionary<DayOfWeek, List<string>>? Week { get; init; }
    public List<ExceptionSettings>? Days { get; init; }
    public List<AbsenceSettings>? Absences { get; init; }
    public List<ConsultationHourSettings>? ConsultationHours { get; init; }
    public TimeSpan? RespondsWithin { get; init; }
    public int? MostPerDay { get; init; }
    public TimeSpan? TalkLength { get; init; }
    public Dictionary<string, string>? About { get; init; }
    public Dictionary<string, string>? Certificate { get; init; }
    public Dictionary<string, string>? OtherRoles { get; init; }
    public List<string>? Languages { get; init; }

    /// <summary>A file that <see cref="Photos.Photo.Read"/> wrote. The settings have none.</summary>
    public byte[]? Photo { get; init; }

    /// <summary>The day of the last change, when people were in line on it.</summary>
    public KeptDay? Kept { get; init; }

    internal bool IsEmpty => this with { Kept = null } == None;

    public AdvisorSettings Over(AdvisorSettings settings) => settings with
    {
        RespondsWithin = RespondsWithin ?? settings.RespondsWithin,
        About = About ?? settings.About,
        Certificate = Certificate ?? settings.Certificate,
        OtherRoles = OtherRoles ?? settings.OtherRoles,
        Languages = Languages ?? settings.Languages,
        Calendar = settings.Calendar with
        {
            Hours = Week ?? settings.Calendar.Hours,
            Exceptions = Days ?? settings.Calendar.Exceptions,
            Absences = Absences ?? settings.Calendar.Absences,
            ConsultationHours = ConsultationHours ?? settings.Calendar.ConsultationHours,
            MostPerDay = MostPerDay ?? settings.Calendar.MostPerDay,
            TalkLength = TalkLength ?? settings.Calendar.TalkLength,
        },
    };

    /// <summary>How many days and absences it names.</summary>
    internal int Entries => (Days?.Count ?? 0) + (Absences?.Count ?? 0) + (Kept is null ? 0 : 1);

    /// <summary>The same without the days that are over.</summary>
    public OwnChoices Since(DateOnly today) => this with
    {
        Days = Days?.FindAll(day => day.Date >= today),
        Absences = Absences?.FindAll(absence => absence.Until >= today),
        Kept = Kept?.Date >= today ? Kept : null,
    };
}

/// <summary>The consultation hours of one day as they were when people joined them.</summary>
public sealed class KeptDay
{
    public DateOnly Date { get; set; }
    public List<ConsultationHourSettings> Hours { get; set; } = [];
}
