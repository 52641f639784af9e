namespace VpBot.Employers;

/// <summary>Who is served, at one moment.</summary>
internal sealed class Served
{
    private readonly Dictionary<string, Employer> _byKey;
    private readonly Dictionary<string, Employer> _byTenant;
    private readonly Dictionary<(string Tenant, string Object), Advisor> _advisors;
    private readonly Dictionary<string, Advisor> _advisorsById;

    public Served(IReadOnlyList<Employer> employers)
    {
        Employers = employers;
        _byKey = employers.ToDictionary(employer => employer.Key, StringComparer.Ordinal);
        _byTenant = employers.ToDictionary(employer => employer.TenantId, StringComparer.OrdinalIgnoreCase);
        _advisorsById = employers.SelectMany(employer => employer.Advisors).DistinctBy(advisor => advisor.Id).ToDictionary(advisor => advisor.Id);
        _advisors = _advisorsById.Values.ToDictionary(advisor => (advisor.TenantId.ToUpperInvariant(), advisor.ObjectId.ToUpperInvariant()));
    }

    public IReadOnlyList<Employer> Employers { get; }

    public IEnumerable<Advisor> Advisors => _advisorsById.Values;

    public Employer? ByKey(string key) => _byKey.GetValueOrDefault(key);

    public Employer? ByTenant(string tenantId) => _byTenant.GetValueOrDefault(tenantId);

    public Advisor? AdvisorOf(string tenantId, string objectId) => _advisors.GetValueOrDefault((tenantId.ToUpperInvariant(), objectId.ToUpperInvariant()));

    public Advisor? Advisor(string id) => _advisorsById.GetValueOrDefault(id);

    /// <summary>The same with these advisors as they are here.</summary>
    public Served With(IReadOnlyDictionary<string, Advisor> changed) =>
        new([.. Employers.Select(employer => employer with { Advisors = [.. employer.Advisors.Select(advisor => changed.GetValueOrDefault(advisor.Id, advisor))] })]);
}
