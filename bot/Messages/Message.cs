using System.Text.Json.Serialization;
using VpBot.Privacy;

namespace VpBot.Messages;

/// <summary>Who wrote, or who is looking.</summary>
public enum Writer
{
    Employee,
    Advisor,
}

/// <param name="ReadAt">When the other side had it before them; null until then.</param>
public sealed record Message(Writer From, Confidential Text, DateTimeOffset WrittenAt, DateTimeOffset? ReadAt = null)
{
    public bool IsUnreadBy(Writer reader) => From != reader && ReadAt is null;
}

/// <summary>Everything that was written about one talk, in the order in which it was written.</summary>
public sealed record Correspondence(IReadOnlyList<Message> Messages)
{
    /// <summary>So many characters, as people count them, make one message: an appointment, not a story.</summary>
    public const int LongestMessage = 500;

    /// <summary>So many messages can each side write, so that neither takes the other's room.</summary>
    public const int MostOfOneSide = 20;

    public static readonly Correspondence Empty = new([]);

    public bool IsFullFor(Writer writer) => Messages.Count(message => message.From == writer) >= MostOfOneSide;

    public int UnreadBy(Writer reader) => Messages.Count(message => message.IsUnreadBy(reader));

    public Correspondence With(Message message) => new([.. Messages, message]);

    public Correspondence ReadBy(Writer reader, DateTimeOffset now) =>
        new([.. Messages.Select(message => message.IsUnreadBy(reader) ? message with { ReadAt = now } : message)]);
}

/// <summary>Tells this advisor that there is a message.</summary>
internal sealed record MessageCall(string Appointment, string Advisor);

[JsonSerializable(typeof(Correspondence))]
[JsonSerializable(typeof(MessageCall))]
[JsonSerializable(typeof(MessagesDraft))]
internal sealed partial class MessagesJson : JsonSerializerContext;
