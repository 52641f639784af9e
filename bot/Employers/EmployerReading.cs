using System.Text.RegularExpressions;

namespace VpBot.Employers;

/// <summary>Reads the settings into employers and advisors. Every fault is a sentence that says what to change.</summary>
public sealed partial class EmployerReading(ProviderSettings provider, IReadOnlyDictionary<string, EmployerSettings> employers)
{
    private readonly SettingFaults _faults = [];
    private readonly List<AdvisorSource> _sources = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The directory, or null when <see cref="Faults"/> says why not.</summary>
    public EmployerDirectory? Read()
    {
        _faults.Need(provider.Name, "Provider:Name", "the name that employees see");
        _faults.NeedGuid(provider.TenantId, "Provider:TenantId");
        _faults.Need(provider.Phone, "Provider:Phone", "the number that is shown when nothing else works");
        var firm = new Provider(provider.Name, provider.TenantId, provider.Phone);
        var external = provider.Advisors.ToDictionary(
            entry => entry.Key,
            entry => ReadAdvisor(new(entry.Key, Side.External, provider.TenantId, entry.Value, [], $"Provider:Advisors:{entry.Key}")));
        var read = employers.Select(entry => ReadEmployer(entry.Key, entry.Value, firm, external)).ToList();
        if (read.Count == 0)
            _faults.Add("Employers is empty. Add at least one employer.");
        Unique(read.Select(employer => employer.TenantId).Append(firm.TenantId), "TenantId", "Give every employer its own tenant, other than the provider's.");
        Unique(provider.Advisors.Keys.Concat(employers.Values.SelectMany(e => e.Advisors.Keys)), "advisor key", "Rename one of the two.");
        Unique(provider.Advisors.Values.Concat(employers.Values.SelectMany(e => e.Advisors.Values)).Select(a => a.ObjectId), "ObjectId", "An advisor stands in the settings once.");
        Unique(provider.Advisors.Values.Where(a => a.Calendar.Kind == CalendarKind.Graph).Select(a => a.Mail), "Mail", "Give every advisor a mailbox of their own.");
        CheckSubstitutes([.. external.Values, .. read.SelectMany(employer => employer.Advisors)]);
        return _faults.Count == 0 ? new EmployerDirectory(firm, read, _sources) : null;
    }

    private Employer ReadEmployer(string key, EmployerSettings settings, Provider firm, Dictionary<string, Advisor> external)
    {
        var at = $"Employers:{key}";
        if (!ShortLinkName().IsMatch(key))
            _faults.Add($"{at}: the key becomes the short link. Use 2 to 30 small letters, digits or hyphens.");
        _faults.Need(settings.Name, $"{at}:Name", "the employer's name");
        _faults.NeedGuid(settings.TenantId, $"{at}:TenantId");
        var advisors = new List<Advisor>();
        foreach (var id in settings.ExternalAdvisors)
        {
            if (external.TryGetValue(id, out var advisor))
                advisors.Add(advisor);
            else
                _faults.Add($"{at}:ExternalAdvisors names \"{id}\", who is not under Provider:Advisors. Add that advisor or take the name out.");
        }

        advisors.AddRange(settings.Advisors.Select(entry =>
            ReadAdvisor(new(entry.Key, Side.Internal, settings.TenantId, entry.Value, settings.ClosedDays, $"{at}:Advisors:{entry.Key}"))));
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

    private Advisor ReadAdvisor(AdvisorSource source)
    {
        _sources.Add(source);
        return new AdvisorReading(_faults).Read(source);
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

    private void Unique(IEnumerable<string> values, string what, string mend)
    {
        foreach (var twice in values.GroupBy(value => value.ToUpperInvariant()).Where(group => group.Count() > 1))
            _faults.Add($"The {what} \"{twice.First()}\" stands in the settings twice. {mend}");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,28}[a-z0-9]$")]
    private static partial Regex ShortLinkName();
}
