
using VpBot.Employers.Photos;
using VpBot.Language;

namespace VpBot.Employers;

/// <summary>Where an advisor stands: outside the employer, or a colleague with this task.</summary>
public enum Side
{
    External,
    Internal,
}

public enum WayToMeet
{
    Phone,
    Teams,
    InPerson,
}

/// <summary>A Teams meeting that is the advisor's own: its number and passcode can be typed on any device.</summary>
public sealed record StandingMeeting
{
    public string MeetingId { get; init; } = "";
    public string Passcode { get; init; } = "";
}

/// <summary>A text in every language of the product; Dutch where a translation is missing is refused at the start.</summary>
public sealed record LocalText(IReadOnlyDictionary<string, string> ByCode)
{
    public static readonly LocalText None = new(new Dictionary<string, string>());

    public bool IsEmpty => ByCode.Count == 0;

    /// <summary>The settings are written in the reviewed languages: whoever reads another one reads the reviewed words, and never an empty line.</summary>
    public string In(Tongue tongue) => ByCode.GetValueOrDefault(tongue.Code) ?? ByCode.GetValueOrDefault(tongue.Reviewed.Code) ?? "";
}

/// <summary>An advisor as employees see them, and where a handoff reaches them.</summary>
/// <param name="Id">The key in the settings, unique over all employers.</param>
/// <param name="TenantId">The provider's tenant for an external advisor, the employer's for an internal one.</param>
/// <param name="ObjectId">The Entra object id in that tenant.</param>
public abstract record Advisor(string Id, string TenantId, string ObjectId, string Name, string Phone)
{
    public abstract Side Side { get; }
    public LocalText About { get; init; } = LocalText.None;
    public LocalText Certificate { get; init; } = LocalText.None;
    public LocalText OtherRoles { get; init; } = LocalText.None;
    public LocalText Place { get; init; } = LocalText.None;
    public IReadOnlyList<Tongue> Languages { get; init; } = [];
    public IReadOnlyList<WayToMeet> Ways { get; init; } = [];
    public TimeSpan RespondsWithin { get; init; }
    public OpeningHours Hours { get; init; } = OpeningHours.Closed;
    public StandingMeeting? StandingMeeting { get; init; }

    /// <summary>Only where the advisor set one.</summary>
    public Photo? Photo { get; init; }
}

/// <summary>Works at the provider. A handoff may be a card with content: it stays in the provider's tenant.</summary>
public sealed record ExternalAdvisor(string Id, string TenantId, string ObjectId, string Name, string Phone)
    : Advisor(Id, TenantId, ObjectId, Name, Phone)
{
    public override Side Side => Side.External;

    /// <summary>The SMTP address of the mailbox whose calendar Microsoft Graph keeps; null with the built-in calendar.</summary>
    public string? Mailbox { get; init; }
}

/// <summary>Works at the employer. Only the constant card reaches their chat; the rest waits at the desk.</summary>
public sealed record InternalAdvisor(string Id, string TenantId, string ObjectId, string Name, string Phone)
    : Advisor(Id, TenantId, ObjectId, Name, Phone)
{
    public override Side Side => Side.Internal;
}
