namespace VpBot.Employers;

/// <summary>
/// Who is served: looked up by tenant, by short link and by advisor. Here the settings meet what advisors set themselves: what is
/// looked up is true now, and whoever keeps it for longer than a turn keeps what was true then.
/// </summary>
public sealed class EmployerDirectory
{
    private readonly Lock _gate = new();
    private Served _settings;
    private Func<AdvisorSource, Advisor?> _own = _ => null;
    private volatile Served _now;

    internal EmployerDirectory(Served settings) => _settings = _now = settings;

    public Provider Provider => _now.Provider;

    public IReadOnlyList<Employer> Employers => _now.Employers;

    public IEnumerable<Advisor> Advisors => _now.AllAdvisors;

    /// <summary>From now on advisors are as they set themselves, and where this gives null as in the settings.</summary>
    public void Follow(Func<AdvisorSource, Advisor?> own)
    {
        lock (_gate)
            _now = _settings.With(_own = own);
    }

    /// <summary>From now on these settings hold; what advisors set themselves goes on standing over them, in the same moment.</summary>
    internal void Take(Served settings)
    {
        lock (_gate)
            _now = (_settings = settings).With(_own);
    }

    /// <summary>Keys of employers who stand in a file of their own.</summary>
    internal IReadOnlySet<string> InFiles => _now.InFiles;

    /// <summary>Employers who were stated to be removed, with the keys of their own advisors. They are not served.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Leaving => _now.Leaving;

    /// <summary>How the settings have this advisor, whatever they set themselves.</summary>
    public AdvisorSource? Source(string id) => _now.Sources.GetValueOrDefault(id);

    public Employer? ByKey(string? key) => key is null ? null : _now.ByKey(key);

    public Employer? ByTenant(string? tenantId) => tenantId is null ? null : _now.ByTenant(tenantId);

    public bool IsProvider(string? tenantId) => string.Equals(tenantId, Provider.TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The provider's tenant or an employer's: nobody else may speak to the service.</summary>
    public bool IsOnContract(string? tenantId) => IsProvider(tenantId) || ByTenant(tenantId) is not null;

    public Advisor? AdvisorOf(string? tenantId, string? objectId) =>
        tenantId is null || objectId is null ? null : _now.AdvisorOf(tenantId, objectId);

    public Advisor? Advisor(string id) => _now.Advisor(id);
}
