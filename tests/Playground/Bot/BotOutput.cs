namespace VpBot.Playground;

/// <summary>All that the bot printed since it was first started, over restarts: what its operator would find in the log.</summary>
public sealed class BotOutput
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get { lock (gate) return [.. lines]; }
    }

    public string Text => string.Join('\n', Lines);

    /// <summary>A line of the bot; a test of a search plants one.</summary>
    public void Add(string? line)
    {
        if (line is null) return;
        lock (gate) lines.Add(line);
    }
}
