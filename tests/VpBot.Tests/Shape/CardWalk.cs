using System.Collections;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpBot.Tests.Shape;

/// <summary>Walks a card template and says what is wrong with it.</summary>
internal static partial class CardWalk
{
    private static readonly string[] Words = ["text", "title", "label", "fallbackText", "speak", "altText", "placeholder", "errorMessage"];

    public static IReadOnlyList<string> Faults(JsonNode template, Type card) =>
    [
        .. Whole(template),
        .. Elements(template).SelectMany(HasWords),
        .. Unresolved(template, card),
    ];

    /// <summary>What an employer's tenant may see pressed: toggles, which never leave the client, and the one live button.</summary>
    public static IReadOnlyList<string> CatalogueFaults(JsonNode template) =>
    [
        .. from element in Elements(template)
           let type = Text(element["type"]) ?? ""
           where type.StartsWith("Input.", StringComparison.Ordinal)
               || (type.StartsWith("Action.", StringComparison.Ordinal) && type != "Action.ToggleVisibility" && !IsTaskFetch(element))
           select $"{type} at {element.GetPath()}",
        .. Elements(template).Where(element => element["selectAction"] is not null || element["refresh"] is not null)
            .Select(element => $"a hidden action at {element.GetPath()}"),
    ];

    /// <summary>A person's words stand in a run of plain text, where nothing in them is read as markup.</summary>
    public static IReadOnlyList<string> MarkupFaults(JsonNode template, string placeholder) =>
    [
        .. Leaves(template).Where(leaf => Text(leaf) == placeholder && !IsRun(leaf)).Select(leaf => $"{placeholder} at {leaf.GetPath()} is not a TextRun"),
    ];

    public static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.SelectMany(member => Elements(member.Value))],
        JsonArray items => items.SelectMany(Elements),
        _ => [],
    };

    public static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        JsonValue value => [value],
        _ => [],
    };

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool IsWordLeaf(JsonNode leaf) => leaf.Parent is JsonObject && Words.Contains(leaf.GetPropertyName());

    private static IEnumerable<string> Whole(JsonNode template)
    {
        if (Text(template["type"]) != "AdaptiveCard")
            yield return "It is not an AdaptiveCard.";
        if (Text(template["version"]) != "1.5")
            yield return "Its version is not 1.5.";
        if (string.IsNullOrEmpty(Text(template["fallbackText"])))
            yield return "It has no fallbackText.";
    }

    private static IEnumerable<string> HasWords(JsonObject element) =>
        element.Where(member => Words.Contains(member.Key) && Text(member.Value) is { } text && !Placeholder().IsMatch(text))
            .Select(member => $"Words in the JSON at {element.GetPath()}: {Text(member.Value)}");

    private static IEnumerable<string> Unresolved(JsonNode? node, Type model)
    {
        if (node is JsonObject element && Text(element["$each"]) is { } each)
        {
            if (Resolve(model, each) is not { } list || !typeof(IEnumerable).IsAssignableFrom(list) || !list.IsGenericType)
                return [$"{each} is no list of {model.Name}."];
            return element.Where(member => member.Key != "$each").SelectMany(member => Unresolved(member.Value, list.GetGenericArguments()[0]));
        }

        return node switch
        {
            JsonObject members => members.SelectMany(member => Unresolved(member.Value, model)),
            JsonArray items => items.SelectMany(item => Unresolved(item, model)),
            JsonValue value when Text(value) is { } text && text.Contains("${", StringComparison.Ordinal) =>
                Placeholder().IsMatch(text) && Resolve(model, text) is not null ? [] : [$"{text} does not resolve on {model.Name}."],
            _ => [],
        };
    }

    private static Type? Resolve(Type model, string placeholder) =>
        placeholder[2..^1].Split('.').Aggregate((Type?)model, (type, member) => type?.GetProperty(member)?.PropertyType);

    private static bool IsRun(JsonValue leaf) => leaf.Parent is JsonObject run && Text(run["type"]) == "TextRun";

    private static bool IsTaskFetch(JsonObject action) =>
        Text(action["type"]) == "Action.Submit" && Text(action["data"]?["msteams"]?["type"]) == "task/fetch"
        && Leaves(action["data"]).All(leaf => Text(leaf)?.Contains("${", StringComparison.Ordinal) != true);

    [GeneratedRegex(@"^\$\{[A-Za-z.]+\}$")]
    private static partial Regex Placeholder();
}
