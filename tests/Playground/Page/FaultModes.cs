namespace VpBot.Playground;

/// <summary>The troubles that can be chosen on the page, by name.</summary>
internal static class FaultModes
{
    public const string Blocked = "blocked";

    private static readonly Dictionary<string, FaultDecision> Modes = new()
    {
        ["working"] = FaultDecision.Working,
        ["down"] = FaultDecision.Down,
        ["error"] = FaultDecision.ServerError,
        ["throttled"] = FaultDecision.TooManyRequests(TimeSpan.FromSeconds(5)),
        ["slow"] = FaultDecision.Slow(TimeSpan.FromSeconds(5)),
        ["silent"] = FaultDecision.NeverAnswers,
        ["lost"] = FaultDecision.LosesTheAnswer,
    };

    public static string Names => string.Join(", ", [.. Modes.Keys, Blocked]);

    public static FaultDecision? Find(string mode) => Modes.GetValueOrDefault(mode);

    /// <summary>A decision that a test made itself has no name of its own.</summary>
    public static string NameOf(ConnectorFaults faults, IEnumerable<Person> people) =>
        people.Any(faults.IsBlocked) ? Blocked : Modes.FirstOrDefault(mode => mode.Value == faults.Now).Key ?? "other";
}
