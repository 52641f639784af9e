namespace VpBot.Employers;

/// <summary>The advisory firm: its tenant is the only one where a handoff card carries content.</summary>
public sealed record Provider(string Name, string TenantId, string Phone);

/// <summary>An employer that the provider serves.</summary>
/// <param name="Key">The name in the short link and in the database.</param>
public sealed record Employer(string Key, string Name, string TenantId, Provider Provider, IReadOnlyList<Advisor> Advisors)
{
    /// <summary>True where the same dialogs may also run as cards in a Teams dialog, because a network blocks the room's address.</summary>
    public bool CardDialogs { get; init; }

    /// <summary>How many people work there; zero where that was not said.</summary>
    public int Employees { get; init; }

    /// <summary>What this employer's plan holds.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = Enum.GetValues<Capability>();

    /// <summary>The one place that says what is on here. What needs no capability is always on.</summary>
    public bool Offers(Capability? capability) => capability is not { } asked || Capabilities.Contains(asked);

    /// <summary>People who may be the reason that an advisor must not know.</summary>
    public IReadOnlyList<NamedPerson> People { get; init; } = [];

    /// <summary>Keys of the advisors who are there for accused people, and for nobody else at this employer.</summary>
    public IReadOnlyList<string> ForAccused { get; init; } = [];

    public bool IsForAccused(Advisor advisor) => ForAccused.Contains(advisor.Id);

    public Advisor? Advisor(string id) => Advisors.FirstOrDefault(advisor => advisor.Id == id);
}
