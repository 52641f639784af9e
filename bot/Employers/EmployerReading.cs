using System.Text.RegularExpressions;
using VpBot.Employers.Files;

namespace VpBot.Employers;

/// <summary>Reads the settings into employers and advisors. Every fault is a sentence that says what to change.</summary>
public sealed partial class EmployerReading
{
    private readonly ProviderSettings provider;
    private readonly Dictionary<string, EmployerSettings> employers;
    private readonly EmployerFiles files;
    private readonly SettingFaults _faults = [];
    private readonly List<AdvisorSource> _sources = [];

    public EmployerReading(ProviderSettings provider, IReadOnlyDictionary<string, EmployerSettings> employers)
        : this(provider, employers, EmployerFiles.None) { }

    internal EmployerReading(ProviderSettings provider, IReadOnlyDictionary<string, EmployerSettings> settings, EmployerFiles files)
    {
        (this.provider, this.files) = (provider, files);
        employers = settings.Concat(files.Employers.Where(file => !file.Value.IsRemoved && !settings.ContainsKey(file.Key)).Select(file => KeyValuePair.Create(file.Key, (EmployerSettings)file.Value))).ToDictionary();
        _faults.AddRange(files.Employers.Keys.Where(settings.ContainsKey)
            .Select(key => $"Employers:{key} stands in the settings too. Take it out there, or take this file away."));
    }

    /// <summary>With the file and the line that each is about, where it is about one.</summary>
    public IReadOnlyList<string> Faults => [.. files.Faults, .. _faults.Select(files.Placed)];

    /// <summary>The directory, or null when <see cref="Faults"/> says why not.</summary>
    public EmployerDirectory? Read() => ReadServed() is { } served ? new EmployerDirectory(served) : null;

    internal Served? ReadServed()
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
        return Faults.Count > 0 ? null : new Served(firm, read)
        {
            ProviderAdvisors = [.. external.Values],
            Sources = _sources.ToDictionary(source => source.Id),
            InFiles = files.Employers.Keys.Where(employers.ContainsKey).ToHashSet(),
            Leaving = files.Employers.Where(file => file.Value.IsRemoved).ToDictionary(file => file.Key, file => (IReadOnlyList<string>)[.. file.Value.Advisors.Keys.Where(id => _sources.TrueForAll(source => source.Id != id))]),
        };
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
        if (settings.Employees < 0)
            _faults.Add($"{at}:Employees must be the number of people who work there, or be left out.");
        var capabilities = CapabilitiesOf(settings, at);
        var circle = new CircleReading(_faults);
        return new Employer(key, settings.Name, settings.TenantId, firm, advisors)
        {
            CardDialogs = settings.CardDialogs,
            Employees = settings.Employees,
            Capabilities = capabilities,
            People = circle.People(settings, advisors, at),
            ForAccused = circle.ForAccused(settings, advisors, at),
        };
    }

    private IReadOnlyList<Capability> CapabilitiesOf(EmployerSettings settings, string at)
    {
        if (settings.Plan.Length == 0)
            return Enum.GetValues<Capability>();
        if (!provider.Plans.TryGetValue(settings.Plan, out var plan))
        {
            _faults.Add($"{at}:Plan is \"{settings.Plan}\", which is not under Provider:Plans. Choose from {string.Join(", ", provider.Plans.Keys)}, or leave it out: then everything is on.");
            return [];
        }

        if (settings.Advisors.Count > 0 && !plan.Contains(Capability.InternalAdvisors))
            _faults.Add($"{at}:Advisors names colleagues, and the plan \"{settings.Plan}\" has no InternalAdvisors. Choose another plan, or take them out.");
        if (settings.CardDialogs && !plan.Contains(Capability.CardDialogs))
            _faults.Add($"{at}:CardDialogs is true, and the plan \"{settings.Plan}\" has no CardDialogs. Choose another plan, or make it false.");
        return [.. plan.Distinct()];
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
