namespace VpBot.Employers;

/// <summary>Who is served: looked up by tenant, by short link and by advisor. Built once from validated settings.</summary>
public sealed class EmployerDirectory
{
    private readonly Dictionary<string, Employer> _byKey;
    private readonly Dictionary<string, Employer> _byTenant;
    private readonly Dictionary<(string Tenant, string Object), Advisor> _advisors;
    private readonly Dictionary<string, Advisor> _advisorsById;

    public EmployerDirectory(Provider provider, IReadOnlyList<Employer> employers)
    {
        Provider = provider;
        Employers = employers;
        _byKey = employers.ToDictionary(employer => employer.Key, StringComparer.Ordinal);
        _byTenant = employers.ToDictionary(employer => employer.TenantId, StringComparer.OrdinalIgnoreCase);
        _advisorsById = employers.SelectMany(employer => employer.Advisors).DistinctBy(advisor => advisor.Id).ToDictionary(advisor => advisor.Id);
        _advisors = _advisorsById.Values.ToDictionary(advisor => (advisor.TenantId.ToUpperInvariant(), advisor.ObjectId.ToUpperInvariant()));
    }

    public Provider Provider { get; }

    public IReadOnlyList<Employer> Employers { get; }

    public IEnumerable<Advisor> Advisors => _advisorsById.Values;

    public Employer? ByKey(string? key) => key is not null && _byKey.TryGetValue(key, out var employer) ? employer : null;

    public Employer? ByTenant(string? tenantId) => tenantId is not null && _byTenant.TryGetValue(tenantId, out var employer) ? employer : null;

    public bool IsProvider(string? tenantId) => string.Equals(tenantId, Provider.TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The provider's tenant or an employer's: nobody else may speak to the service.</summary>
    public bool IsOnContract(string? tenantId) => IsProvider(tenantId) || ByTenant(tenantId) is not null;

    public Advisor? AdvisorOf(string? tenantId, string? objectId) =>
        tenantId is not null && objectId is not null
        && _advisors.TryGetValue((tenantId.ToUpperInvariant(), objectId.ToUpperInvariant()), out var advisor) ? advisor : null;

    public Advisor? Advisor(string id) => _advisorsById.GetValueOrDefault(id);
}
