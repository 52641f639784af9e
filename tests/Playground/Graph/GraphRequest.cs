using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What Graph reads from one request. The zone is null when the bot prefers one that Exchange does not know.</summary>
internal sealed record GraphRequest(string Method, string[] Path, JsonObject? Body, GraphZone? Zone, IReadOnlySet<string>? Select, string? IfMatch)
{
    public static GraphRequest Of(HttpRequest http, string rest, byte[] body) => new(
        http.Method,
        rest.Split('/', StringSplitOptions.RemoveEmptyEntries),
        Wire.Parse(System.Text.Encoding.UTF8.GetString(body)) as JsonObject,
        GraphZone.Preferred(http.Headers["Prefer"].ToString()),
        http.Query["$select"].ToString() is { Length: > 0 } names ? names.Split(',').ToHashSet() : null,
        http.Headers.IfMatch.ToString() is { Length: > 0 } tag ? tag : null);

    /// <summary>Only what <c>$select</c> names; the id and the annotations come always.</summary>
    public JsonObject Selected(JsonObject whole)
    {
        if (Select is null) return whole;
        foreach (var name in whole.Select(field => field.Key).Where(name => name != "id" && name[0] != '@' && !Select.Contains(name)).ToList())
            whole.Remove(name);
        return whole;
    }
}
