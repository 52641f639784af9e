namespace VpBot.Employers;

/// <summary>Who is served, at one moment.</summary>
internal sealed class Served
{
    private readonly Dictionary<string, Employer> _byKey;
    private readonly Dictionary<string, Employer> _byTenant;
    private readonly Lazy<Advisors> _advisors;

    public Served(Provider provider, IReadOnlyList<Employer> employers)
    {
        (Provider, Employers) = (provider, employers);
        _byKey = employers.ToDictionary(employer => employer.Key, StringComparer.Ordinal);
        _byTenant = employers.ToDictionary(employer => employer.TenantId, StringComparer.OrdinalIgnoreCase);
        _advisors = new(() => new([.. employers.SelectMany(employer => employer.Advisors), .. ProviderAdvisors!]));
    }

    public Provider Provider { get; }

    public IReadOnlyList<Employer> Employers { get; }

    /// <summary>Also those whom no employer names: what stands in their mailboxes can then still be taken back.</summary>
    public required IReadOnlyList<Advisor> ProviderAdvisors { get; init; }

    public required IReadOnlyDictionary<string, AdvisorSource> Sources { get; init; }

    /// <summary>Keys of employers who stand in a file of their own.</summary>
    public required IReadOnlySet<string> InFiles { get; init; }

    /// <summary>Employers who were stated to be removed, with the keys of their own advisors.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Leaving { get; init; }

    public IEnumerable<Advisor> AllAdvisors => _advisors.Value.ById.Values;

    public Employer? ByKey(string key) => _byKey.GetValueOrDefault(key);

    public Employer? ByTenant(string tenantId) => _byTenant.GetValueOrDefault(tenantId);

    public Advisor? AdvisorOf(string tenantId, string objectId) => _advisors.Value.ByPerson.GetValueOrDefault((tenantId.ToUpperInvariant(), objectId.ToUpperInvariant()));

    public Advisor? Advisor(string id) => _advisors.Value.ById.GetValueOrDefault(id);

    /// <summary>The same with these advisors as they set themselves; who gives null is as in the settings.</summary>
    public Served With(Func<AdvisorSource, Advisor?> own)
    {
        var changed = Sources.Values.Select(own).OfType<Advisor>().ToDictionary(advisor => advisor.Id);
        if (changed.Count == 0)
            return this;
        Advisor Now(Advisor advisor) => changed.GetValueOrDefault(advisor.Id, advisor);
        return new(Provider, [.. Employers.Select(employer => employer with { Advisors = [.. employer.Advisors.Select(Now)] })])
        {
            ProviderAdvisors = [.. ProviderAdvisors.Select(Now)],
            Sources = Sources,
            InFiles = InFiles,
            Leaving = Leaving,
        };
    }

    private sealed class Advisors(IReadOnlyList<Advisor> all)
    {
        public Dictionary<string, Advisor> ById { get; } = all.DistinctBy(advisor => advisor.Id).ToDictionary(advisor => advisor.Id);

        public Dictionary<(string Tenant, string Object), Advisor> ByPerson { get; } =
            all.DistinctBy(advisor => advisor.Id).ToDictionary(advisor => (advisor.TenantId.ToUpperInvariant(), advisor.ObjectId.ToUpperInvariant()));
    }
}
