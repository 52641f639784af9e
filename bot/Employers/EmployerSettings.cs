namespace VpBot.Employers;

/// <summary>The advisory firm that runs this service, as written in the settings under "Provider".</summary>
public sealed class ProviderSettings
{
    public string Name { get; set; } = "";
    public string TenantId { get; set; } = "";
    public string Phone { get; set; } = "";
    public Dictionary<string, AdvisorSettings> Advisors { get; set; } = [];

    /// <summary>The plans that employers can have, by a name of the provider's own, with what is in each.</summary>
    public Dictionary<string, List<Capability>> Plans { get; set; } = [];
}

/// <summary>One employer, as written under "Employers", or in a file of its own. Its key, or the file's name, is the name in the short link.</summary>
public class EmployerSettings
{
    public string Name { get; set; } = "";
    public string TenantId { get; set; } = "";

    /// <summary>How many people work there. Of an employer who does not say it there are no figures.</summary>
    public int Employees { get; set; }

    /// <summary>The name of one of the provider's plans; empty where everything is on.</summary>
    public string Plan { get; set; } = "";

    /// <summary>Keys of the provider's advisors who serve this employer.</summary>
    public List<string> ExternalAdvisors { get; set; } = [];

    /// <summary>The employer's own advisors.</summary>
    public Dictionary<string, AdvisorSettings> Advisors { get; set; } = [];

    /// <summary>Days on which nobody of this employer's own advisors can be booked.</summary>
    public List<DateOnly> ClosedDays { get; set; } = [];

    /// <summary>
    /// True adds a second way in, for a network that blocks the room's address: the dialogs as cards in a Teams dialog. What is
    /// chosen there passes through Teams of this employer, and the employee is told so first.
    /// </summary>
    public bool CardDialogs { get; set; }

    /// <summary>
    /// Others of whom an employee can say that they must not know. Advisors who stand close to such a person, for whatever reason,
    /// are then not asked either.
    /// </summary>
    public Dictionary<string, PersonSettings> People { get; set; } = [];

    /// <summary>
    /// Keys of the external advisors who are there for accused people. They are offered on that route only, nobody else is offered
    /// on it, and their consultation hours are not offered at this employer: a line asks nothing, so it cannot keep two sides apart.
    /// </summary>
    public List<string> ForAccused { get; set; } = [];
}

/// <summary>Somebody at the employer, such as the director.</summary>
public sealed class PersonSettings
{
    /// <summary>How employees know this person: a role, or a name where the employer wants that.</summary>
    public Dictionary<string, string> Label { get; set; } = [];

    /// <summary>Keys of advisors who report to, work with or share a household with this person. Which of these it is, is never asked.</summary>
    public List<string> CloseTo { get; set; } = [];
}

public sealed record AdvisorSettings
{
    public string Name { get; set; } = "";
    public string ObjectId { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>The address of the mailbox, for an external advisor whose calendar lies in Microsoft Graph.</summary>
    public string Mail { get; set; } = "";
    public Dictionary<string, string> About { get; set; } = [];
    public List<string> Languages { get; set; } = [];
    public Dictionary<string, string> Certificate { get; set; } = [];
    public Dictionary<string, string> OtherRoles { get; set; } = [];
    public TimeSpan RespondsWithin { get; set; } = TimeSpan.FromDays(1);
    public List<WayToMeet> Ways { get; set; } = [];
    public Dictionary<string, string> Place { get; set; } = [];
    public StandingMeeting? StandingMeeting { get; set; }
    public CalendarSettings Calendar { get; set; } = new();
}

/// <summary>Where it is kept when an advisor is taken.</summary>
public enum CalendarKind
{
    /// <summary>With us: what was booked here, and nothing else.</summary>
    BuiltIn,

    /// <summary>Also in the advisor's own mailbox in the provider's tenant, through Microsoft Graph.</summary>
    Graph,
}

/// <summary>When one advisor can be booked, whatever the kind of calendar. Spans are written "09:00-12:30", in the time of Europe/Amsterdam.</summary>
public sealed record CalendarSettings
{
    public CalendarKind Kind { get; set; }
    public Dictionary<DayOfWeek, List<string>> Hours { get; set; } = [];
    public List<ExceptionSettings> Exceptions { get; set; } = [];

    /// <summary>Longer absences, with who stands in.</summary>
    public List<AbsenceSettings> Absences { get; set; } = [];
    public TimeSpan BufferBefore { get; set; } = TimeSpan.FromMinutes(15);
    public TimeSpan BufferAfter { get; set; } = TimeSpan.FromMinutes(15);
    public TimeSpan MinimumNotice { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How many days ahead can be booked.</summary>
    public int FurthestDay { get; set; } = 28;
    public TimeSpan TalkLength { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>Another length for what someone comes for, such as "ComeAlong": "01:30:00".</summary>
    public Dictionary<Purpose, TimeSpan> TalkLengths { get; set; } = [];
    public int MostPerDay { get; set; } = 6;

    /// <summary>Fixed hours for short talks, which people join without a name.</summary>
    public List<ConsultationHourSettings> ConsultationHours { get; set; } = [];
}

/// <summary>A weekly consultation hour, such as Wednesday "13:00-14:00" with turns of a quarter of an hour.</summary>
public sealed class ConsultationHourSettings
{
    public DayOfWeek? Day { get; set; }
    public string Hours { get; set; } = "";
    public TimeSpan TurnLength { get; set; } = TimeSpan.FromMinutes(15);
    public WayToMeet? Way { get; set; }
}

/// <summary>A day that differs: no hours means absent.</summary>
public sealed class ExceptionSettings
{
    public DateOnly Date { get; set; }
    public List<string> Hours { get; set; } = [];
}

/// <summary>An absence, both days included. Employees of this advisor are offered the substitute; nobody is sent there unasked.</summary>
public sealed class AbsenceSettings
{
    public DateOnly From { get; set; }
    public DateOnly Until { get; set; }
    public string? Substitute { get; set; }
}
