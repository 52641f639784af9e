namespace VpBot.Playground;

public sealed record MeetingLine(Person Person, DateTimeOffset At, string Text);

/// <summary>A meeting chat of the employer. The bot is not in it, so nothing is posted; the tenant keeps what is typed.</summary>
public sealed class MeetingChat
{
    private readonly EmulatedTeams teams;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<MeetingLine> lines = [];

    internal MeetingChat(EmulatedTeams teams, TimeProvider time) => (this.teams, this.time) = (teams, time);

    public IReadOnlyList<MeetingLine> Lines
    {
        get { lock (gate) return [.. lines]; }
    }

    public void Type(Person person, string text)
    {
        lock (gate) lines.Add(new(person, time.GetUtcNow(), text));
        teams.Archive(person).Keep(HeldKind.TypedLine, person, text);
    }

    internal void Clear()
    {
        lock (gate) lines.Clear();
    }
}
