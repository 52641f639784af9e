using System.Text.Json.Nodes;
using VpBot.Playground;

namespace VpBot.Tests.Support;

/// <summary>Talks that are asked for from the short link, and what arrives of them.</summary>
public static class Talks
{
    /// <summary>Books a talk and waits until the advisor has the card; the name must be nobody else's in this run.</summary>
    public static async Task<(RoomVisitor Employee, ChatMessage Card)> BookedAsync(PlaygroundServer server, string called, string advisor = "sanne")
    {
        var visitor = new RoomVisitor(server.Bot!.Address);
        await visitor.BeginAsync();
        await visitor.GoToAsync("NoteCode", advisor, called: called);
        await visitor.AnswerAsync("noted");
        var card = await server.Teams.MessageAsync(server.People[advisor], "the handoff", message => Text(message.StoredCard).Contains(called, StringComparison.Ordinal));
        await visitor.LookUntilAsync("aangekomen");
        return (visitor, card);
    }

    /// <summary>What the buttons of a handoff card carry.</summary>
    public static JsonObject DataOf(ChatMessage card) => card.StoredCard!["refresh"]!["action"]!["data"]!.DeepClone().AsObject();

    public static string Text(JsonNode? node) => node?.ToJsonString(Readable) ?? "";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
