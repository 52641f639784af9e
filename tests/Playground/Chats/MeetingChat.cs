using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>One line, or one card that a person posted.</summary>
public sealed record MeetingLine(Person Person, DateTimeOffset At, string Text, JsonObject? Card = null);

/// <summary>
/// A meeting chat of the employer. The bot is not in it, so nothing is posted by it; the tenant keeps what people type, and the
/// cards that they put into a message and send.
/// </summary>
public sealed class MeetingChat
{
    private readonly EmulatedTeams teams;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<MeetingLine> lines = [];
    private JsonObject? draft;

    internal MeetingChat(EmulatedTeams teams, TimeProvider time) => (this.teams, this.time) = (teams, time);

    public IReadOnlyList<MeetingLine> Lines
    {
        get { lock (gate) return [.. lines]; }
    }

    /// <summary>The card in the message that is being written; nobody else sees it yet.</summary>
    public JsonObject? Draft
    {
        get { lock (gate) return draft; }
    }

    public void Type(Person person, string text)
    {
        lock (gate) lines.Add(new(person, time.GetUtcNow(), text));
        teams.Archive(person).Keep(HeldKind.TypedLine, person, text);
    }

    /// <summary>Sends the message with its card, under the person's own name.</summary>
    public void Post(Person person)
    {
        JsonObject card;
        lock (gate)
        {
            if (draft is null) return;
            (card, draft) = (draft, null);
            lines.Add(new(person, time.GetUtcNow(), "", card));
        }

        var title = (card["body"] as JsonArray)?.FirstOrDefault().At("text").String();
        teams.Archive(person).Keep(HeldKind.PostedCard, person, new JsonObject { ["text"] = title, ["card"] = card.DeepClone() });
    }

    public void TakeOut() => Put(null);

    internal void Put(JsonObject? card)
    {
        lock (gate) draft = card;
    }

    internal void Clear()
    {
        Put(null);
        lock (gate) lines.Clear();
    }
}
