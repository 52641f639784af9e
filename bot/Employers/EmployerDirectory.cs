namespace VpBot.Employers;

/// <summary>
/// Who is served: looked up by tenant, by short link and by advisor. Here the settings meet what advisors set themselves: what is
/// looked up is true now, and whoever keeps it for longer than a turn keeps what was true then.
/// </summary>
public sealed class EmployerDirectory(Provider provider, IReadOnlyList<Employer> employers, IReadOnlyList<AdvisorSource> sources)
{
    private readonly Served _settings = new(employers);
    private readonly Dictionary<string, AdvisorSource> _sources = sources.ToDictionary(source => source.Id);
    private volatile Served _now = new(employers);

    public Provider Provider => provider;

    public IReadOnlyList<Employer> Employers => _now.Employers;

    public IEnumerable<Advisor> Advisors => _now.Advisors;

    /// <summary>From now on these advisors are as they set themselves, and all others as in the settings.</summary>
    public void Follow(IReadOnlyDictionary<string, Advisor> own) => _now = own.Count == 0 ? _settings : _settings.With(own);

    /// <summary>How the settings have this advisor, whatever they set themselves.</summary>
    public AdvisorSource? Source(string id) => _sources.GetValueOrDefault(id);

    public Employer? ByKey(string? key) => key is null ? null : _now.ByKey(key);

    public Employer? ByTenant(string? tenantId) => tenantId is null ? null : _now.ByTenant(tenantId);

    public bool IsProvider(string? tenantId) => string.Equals(tenantId, Provider.TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The provider's tenant or an employer's: nobody else may speak to the service.</summary>
    public bool IsOnContract(string? tenantId) => IsProvider(tenantId) || ByTenant(tenantId) is not null;

    public Advisor? AdvisorOf(string? tenantId, string? objectId) =>
        tenantId is null || objectId is null ? null : _now.AdvisorOf(tenantId, objectId);

    public Advisor? Advisor(string id) => _now.Advisor(id);
}
