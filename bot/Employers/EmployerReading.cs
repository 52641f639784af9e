using System.Text.RegularExpressions;

using VpBot.Language;

namespace VpBot.Employers;

/// <summary>Reads the settings into employers and advisors. Every fault is a sentence that says what to change.</summary>
public sealed partial class EmployerReading(ProviderSettings provider, IReadOnlyDictionary<string, EmployerSettings> employers)
{
    private static readonly string Tongues = string.Join(", ", Tongue.All);

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The directory, or null when <see cref="Faults"/> says why not.</summary>
    public EmployerDirectory? Read()
    {
        Need(provider.Name, "Provider:Name", "the name that employees see");
        NeedGuid(provider.TenantId, "Provider:TenantId");
        Need(provider.Phone, "Provider:Phone", "the number that is shown when nothing else works");
        var firm = new Provider(provider.Name, provider.TenantId, provider.Phone);
        var external = provider.Advisors.ToDictionary(
            entry => entry.Key,
            entry => ReadAdvisor(entry.Key, entry.Value, Side.External, provider.TenantId, [], $"Provider:Advisors:{entry.Key}"));
        var read = employers.Select(entry => ReadEmployer(entry.Key, entry.Value, firm, external)).ToList();
        if (read.Count == 0)
            _faults.Add("Employers is empty. Add at least one employer.");
        Unique(read.Select(employer => employer.TenantId).Append(firm.TenantId), "TenantId", "Give every employer its own tenant, other than the provider's.");
        Unique(provider.Advisors.Keys.Concat(employers.Values.SelectMany(e => e.Advisors.Keys)), "advisor key", "Rename one of the two.");
        Unique(provider.Advisors.Values.Concat(employers.Values.SelectMany(e => e.Advisors.Values)).Select(a => a.ObjectId), "ObjectId", "An advisor stands in the settings once.");
        Unique(provider.Advisors.Values.Where(a => a.Calendar.Kind == CalendarKind.Graph).Select(a => a.Mail), "Mail", "Give every advisor a mailbox of their own.");
        CheckSubstitutes([.. external.Values, .. read.SelectMany(employer => employer.Advisors)]);
        return _faults.Count == 0 ? new EmployerDirectory(firm, read) : null;
    }

    private Employer ReadEmployer(string key, EmployerSettings settings, Provider firm, Dictionary<string, Advisor> external)
    {
        var at = $"Employers:{key}";
        if (!ShortLinkName().IsMatch(key))
            _faults.Add($"{at}: the key becomes the short link. Use 2 to 30 small letters, digits or hyphens.");
        Need(settings.Name, $"{at}:Name", "the employer's name");
        NeedGuid(settings.TenantId, $"{at}:TenantId");
        var advisors = new List<Advisor>();
        foreach (var id in settings.ExternalAdvisors)
        {
            if (external.TryGetValue(id, out var advisor))
                advisors.Add(advisor);
            else
                _faults.Add($"{at}:ExternalAdvisors names \"{id}\", who is not under Provider:Advisors. Add that advisor or take the name out.");
        }

        advisors.AddRange(settings.Advisors.Select(entry =>
            ReadAdvisor(entry.Key, entry.Value, Side.Internal, settings.TenantId, settings.ClosedDays, $"{at}:Advisors:{entry.Key}")));
        if (advisors.Count == 0)
            _faults.Add($"{at} has no advisor. Name at least one under ExternalAdvisors or Advisors.");
        var circle = new CircleReading(_faults);
        return new Employer(key, settings.Name, settings.TenantId, firm, advisors)
        {
            CardDialogs = settings.CardDialogs,
            People = circle.People(settings, advisors, at),
            ForAccused = circle.ForAccused(settings, advisors, at),
        };
    }

    /// <summary>A substitute is another advisor of the settings. Employees of an employer who does not have that advisor are shown none.</summary>
    private void CheckSubstitutes(IReadOnlyList<Advisor> everybody)
    {
        var keys = everybody.Select(advisor => advisor.Id).ToHashSet();
        foreach (var advisor in everybody.DistinctBy(advisor => advisor.Id))
        {
            foreach (var absence in advisor.Hours.Absences.Where(absence => absence.Substitute is { } id && (id == advisor.Id || !keys.Contains(id))))
                _faults.Add($"The absence of \"{advisor.Id}\" names the substitute \"{absence.Substitute}\". Name the key of another advisor, or nobody.");
        }
    }

    private Advisor ReadAdvisor(string id, AdvisorSettings settings, Side side, string tenantId, List<DateOnly> closed, string at)
    {
        Need(settings.Name, $"{at}:Name", "the advisor's name");
        Need(settings.Phone, $"{at}:Phone", "the number that employees may call");
        NeedGuid(settings.ObjectId, $"{at}:ObjectId");
        if (settings.Ways.Count == 0)
            _faults.Add($"{at}:Ways is empty. Name at least one of Phone, Teams, InPerson.");
        if (settings.Ways.Contains(WayToMeet.InPerson))
            NeedEveryTongue(settings.Place, $"{at}:Place", "say where people meet");
        if (settings.Ways.Contains(WayToMeet.Teams)
            && (string.IsNullOrWhiteSpace(settings.StandingMeeting?.MeetingId) || string.IsNullOrWhiteSpace(settings.StandingMeeting.Passcode)))
        {
            _faults.Add($"{at}:StandingMeeting is missing. Meeting by Teams needs a MeetingId and a Passcode that a guest can type.");
        }

        if (settings.Languages.Count == 0)
            _faults.Add($"{at}:Languages is empty. Name at least one of {Tongues}.");
        foreach (var code in settings.Languages.Where(code => Tongue.All.All(tongue => tongue.Code != code)))
            _faults.Add($"{at}:Languages names \"{code}\". Choose from {Tongues}.");
        if (settings.RespondsWithin < TimeSpan.FromHours(1) || settings.RespondsWithin > TimeSpan.FromDays(30))
            _faults.Add($"{at}:RespondsWithin must lie between one hour and 30 days.");
        NeedEveryTongue(settings.About, $"{at}:About", "a sentence or two about this advisor");
        NeedEveryTongue(settings.Certificate, $"{at}:Certificate", "what this advisor was trained as");
        NeedEveryTongue(settings.OtherRoles, $"{at}:OtherRoles", "other roles, so that people can judge independence");
        var (about, certificate, roles, place) =
            (new LocalText(settings.About), new LocalText(settings.Certificate), new LocalText(settings.OtherRoles), new LocalText(settings.Place));
        IReadOnlyList<Tongue> languages = [.. settings.Languages.Select(Tongue.Of).Distinct()];
        var hours = new HoursReading(_faults).Read(settings, closed, $"{at}:Calendar");
        var mailbox = ReadMailbox(settings, side, at);
        return side == Side.External
            ? new ExternalAdvisor(id, tenantId, settings.ObjectId, settings.Name, settings.Phone)
            {
                About = about,
                Certificate = certificate,
                OtherRoles = roles,
                Place = place,
                Languages = languages,
                Ways = settings.Ways,
                RespondsWithin = settings.RespondsWithin,
                StandingMeeting = settings.StandingMeeting,
                Hours = hours,
                Mailbox = mailbox,
            }
            : new InternalAdvisor(id, tenantId, settings.ObjectId, settings.Name, settings.Phone)
            {
                About = about,
                Certificate = certificate,
                OtherRoles = roles,
                Place = place,
                Languages = languages,
                Ways = settings.Ways,
                RespondsWithin = settings.RespondsWithin,
                StandingMeeting = settings.StandingMeeting,
                Hours = hours,
            };
    }

    private string? ReadMailbox(AdvisorSettings settings, Side side, string at)
    {
        if (settings.Calendar.Kind != CalendarKind.Graph)
            return null;
        if (side == Side.Internal)
            _faults.Add($"{at}:Calendar:Kind is Graph. An internal advisor's mailbox is the employer's and is never used: set it to BuiltIn.");
        else if (!SmtpAddress().IsMatch(settings.Mail))
            _faults.Add($"{at}:Mail is \"{settings.Mail}\". Fill in the address of the advisor's mailbox, as name@provider.nl: Graph is asked for the calendar by it.");
        return settings.Mail;
    }

    private void Need(string value, string at, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
            _faults.Add($"{at} is empty. Fill in {what}.");
    }

    private void NeedGuid(string value, string at)
    {
        if (!Guid.TryParseExact(value, "D", out _))
            _faults.Add($"{at} is \"{value}\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.");
    }

    private void NeedEveryTongue(Dictionary<string, string> texts, string at, string what)
    {
        foreach (var tongue in Tongue.All.Where(tongue => string.IsNullOrWhiteSpace(texts.GetValueOrDefault(tongue.Code))))
            _faults.Add($"{at}:{tongue.Code} is empty: {what}.");
    }

    private void Unique(IEnumerable<string> values, string what, string mend)
    {
        foreach (var twice in values.GroupBy(value => value.ToUpperInvariant()).Where(group => group.Count() > 1))
            _faults.Add($"The {what} \"{twice.First()}\" stands in the settings twice. {mend}");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,28}[a-z0-9]$")]
    private static partial Regex ShortLinkName();

    [GeneratedRegex(@"^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+\z")]
    private static partial Regex SmtpAddress();
}
