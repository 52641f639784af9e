namespace VpBot.Playground;

/// <summary>The troubles of Graph that can be chosen on the page, by name.</summary>
internal static class GraphFaultModes
{
    private const string Schedule = "schedule";
    private const string Settings = "settings";

    private static readonly Dictionary<string, FaultDecision> Modes = new()
    {
        ["working"] = FaultDecision.Working,
        ["down"] = FaultDecision.Down,
        ["throttled"] = FaultDecision.TooManyRequests(TimeSpan.FromSeconds(5)),
        ["unavailable"] = new() { Store = false, Answer = new FaultAnswer.Status(503) },
        ["slow"] = FaultDecision.Slow(TimeSpan.FromSeconds(5)),
        ["silent"] = FaultDecision.NeverAnswers,
        ["html"] = FaultDecision.Html,
        ["truncated"] = FaultDecision.Truncated,
        ["lost"] = FaultDecision.LosesTheAnswer,
        ["late"] = FaultDecision.Late(TimeSpan.FromSeconds(30)),
    };

    /// <summary>Null when done, else what can be chosen.</summary>
    public static string? Set(GraphFaults faults, string mode, Person advisor)
    {
        if (!Modes.TryGetValue(mode, out var decision) && mode is not (Schedule or Settings))
            return $"Choose one of: {string.Join(", ", [.. Modes.Keys, Schedule, Settings])}.";
        faults.Clear();
        faults.Now = decision ?? FaultDecision.Working;
        if (mode == Schedule) faults.BreakSchedule(advisor);
        if (mode == Settings) faults.Meetings = MeetingTrouble.All;
        return null;
    }

    /// <summary>A decision that a test made itself has no name of its own.</summary>
    public static string NameOf(GraphFaults faults, IEnumerable<Person> people) =>
        people.Any(faults.IsScheduleBroken) ? Schedule
        : faults.Meetings != MeetingTrouble.None ? Settings
        : Modes.FirstOrDefault(mode => mode.Value == faults.Now).Key ?? "other";
}
