using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>The personal chats with the bot: what is in them, and who has the app.</summary>
internal sealed class Chats(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<ChatMessage> messages = [];
    private readonly HashSet<string> installed = [];
    private long lastId;

    public bool HasApp(Person person)
    {
        lock (gate) return installed.Contains(person.Key);
    }

    public void SetApp(Person person, bool has)
    {
        lock (gate) _ = has ? installed.Add(person.Key) : installed.Remove(person.Key);
    }

    public IReadOnlyList<ChatMessage> Of(Person person)
    {
        lock (gate) return [.. messages.Where(message => message.Person == person)];
    }

    public ChatMessage? Find(Person person, string id)
    {
        lock (gate) return messages.Find(message => message.Person == person && message.Id == id);
    }

    public ChatMessage AddTyped(Person person, string text) => Add(person, text, activity: null);

    public ChatMessage AddFromBot(Person person, JsonObject activity) => Add(person, activity["text"].String(), activity);

    /// <summary>Null when there is no such message of the bot, or it was deleted.</summary>
    public ChatMessage? Change(Person person, string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (gate)
        {
            var index = messages.FindIndex(message => message.Person == person && message.Id == id && message.FromBot && !message.Deleted);
            return index < 0 ? null : messages[index] = change(messages[index]);
        }
    }

    /// <summary>Message ids are milliseconds, as in Teams, and never twice the same.</summary>
    public string NewId()
    {
        lock (gate) return Next().ToString(CultureInfo.InvariantCulture);
    }

    public void Clear()
    {
        lock (gate)
        {
            messages.Clear();
            installed.Clear();
        }
    }

    private ChatMessage Add(Person person, string? text, JsonObject? activity)
    {
        lock (gate)
        {
            var id = Next().ToString(CultureInfo.InvariantCulture);
            var message = new ChatMessage(id, person, time.GetUtcNow(), 1, text, activity, ViewerCard: null, Deleted: false);
            messages.Add(message);
            return message;
        }
    }

    private long Next() => lastId = Math.Max(lastId + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
}
