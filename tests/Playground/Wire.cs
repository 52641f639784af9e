using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VpBot.Playground;

internal static class Wire
{
    /// <summary>Letters stay letters, so that a search for a person's words in stored JSON finds them.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Text(this JsonNode node) => node.ToJsonString(Json);

    public static string? String(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A member of a node that may be absent or of another shape than expected.</summary>
    public static JsonNode? At(this JsonNode? node, string name) => node is JsonObject fields ? fields[name] : null;

    public static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
