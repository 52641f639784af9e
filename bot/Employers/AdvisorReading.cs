using System.Text.RegularExpressions;

using VpBot.Language;

namespace VpBot.Employers;

/// <summary>Reads the settings of one advisor; faults are added as sentences that say what to change.</summary>
internal sealed partial class AdvisorReading(SettingFaults faults)
{
    private static readonly string Tongues = string.Join(", ", Tongue.All);

    public Advisor Read(AdvisorSource source)
    {
        var (settings, at) = (source.Settings, source.At);
        faults.Need(settings.Name, $"{at}:Name", "the advisor's name");
        faults.Need(settings.Phone, $"{at}:Phone", "the number that employees may call");
        faults.NeedGuid(settings.ObjectId, $"{at}:ObjectId");
        CheckWays(settings, at);
        if (settings.Languages.Count == 0)
            faults.Add($"{at}:Languages is empty. Name at least one of {Tongues}.");
        foreach (var code in settings.Languages.Where(code => Tongue.All.All(tongue => tongue.Code != code)))
            faults.Add($"{at}:Languages names \"{code}\". Choose from {Tongues}.");
        if (settings.RespondsWithin < TimeSpan.FromHours(1) || settings.RespondsWithin > TimeSpan.FromDays(30))
            faults.Add($"{at}:RespondsWithin must lie between one hour and 30 days.");
        faults.NeedEveryTongue(settings.About, $"{at}:About", "a sentence or two about this advisor");
        faults.NeedEveryTongue(settings.Certificate, $"{at}:Certificate", "what this advisor was trained as");
        faults.NeedEveryTongue(settings.OtherRoles, $"{at}:OtherRoles", "other roles, so that people can judge independence");
        var hours = new HoursReading(faults).Read(settings, source.ClosedDays, $"{at}:Calendar");
        var mailbox = ReadMailbox(settings, source.Side, at);
        Advisor advisor = source.Side == Side.External
            ? new ExternalAdvisor(source.Id, source.TenantId, settings.ObjectId, settings.Name, settings.Phone) { Mailbox = mailbox }
            : new InternalAdvisor(source.Id, source.TenantId, settings.ObjectId, settings.Name, settings.Phone);
        return advisor with
        {
            About = new LocalText(settings.About),
            Certificate = new LocalText(settings.Certificate),
            OtherRoles = new LocalText(settings.OtherRoles),
            Place = new LocalText(settings.Place),
            Languages = [.. settings.Languages.Select(Tongue.Of).Distinct()],
            Ways = settings.Ways,
            RespondsWithin = settings.RespondsWithin,
            StandingMeeting = settings.StandingMeeting,
            Hours = hours,
        };
    }

    private void CheckWays(AdvisorSettings settings, string at)
    {
        if (settings.Ways.Count == 0)
            faults.Add($"{at}:Ways is empty. Name at least one of Phone, Teams, InPerson.");
        if (settings.Ways.Contains(WayToMeet.InPerson))
            faults.NeedEveryTongue(settings.Place, $"{at}:Place", "say where people meet");
        if (settings.Ways.Contains(WayToMeet.Teams)
            && (string.IsNullOrWhiteSpace(settings.StandingMeeting?.MeetingId) || string.IsNullOrWhiteSpace(settings.StandingMeeting.Passcode)))
        {
            faults.Add($"{at}:StandingMeeting is missing. Meeting by Teams needs a MeetingId and a Passcode that a guest can type.");
        }
    }

    private string? ReadMailbox(AdvisorSettings settings, Side side, string at)
    {
        if (settings.Calendar.Kind != CalendarKind.Graph)
            return null;
        if (side == Side.Internal)
            faults.Add($"{at}:Calendar:Kind is Graph. An internal advisor's mailbox is the employer's and is never used: set it to BuiltIn.");
        else if (!SmtpAddress().IsMatch(settings.Mail))
            faults.Add($"{at}:Mail is \"{settings.Mail}\". Fill in the address of the advisor's mailbox, as name@provider.nl: Graph is asked for the calendar by it.");
        return settings.Mail;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+\z")]
    private static partial Regex SmtpAddress();
}
