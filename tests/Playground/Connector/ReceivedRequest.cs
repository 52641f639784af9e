using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>
/// One request of the bot to the emulated Bot Connector or Graph, raw, as it came, but without the bearer token.
/// The person is the one whose chat or mailbox it is about; null when it names nobody here.
/// </summary>
public sealed record ReceivedRequest(
    int Number, DateTimeOffset At, string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, Person? Person)
{
    public Tenant? Tenant => Person?.Tenant;

    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public JsonNode? Json => Wire.Parse(Text);

    /// <summary>The status that was answered; null while it runs, and for good when the connection was cut.</summary>
    public int? Status { get; internal set; }

    /// <summary>Whether the emulated service did what was asked, whatever the bot was told about it.</summary>
    public bool Stored { get; internal set; }
}
