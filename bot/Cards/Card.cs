using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;

namespace VpBot.Cards;

/// <summary>An Adaptive Card: a record here, and the template <c>RecordName.card.json</c> beside it.</summary>
public interface ICard;

/// <summary>
/// Fills templates. A leaf that is exactly <c>${Path.To.Member}</c> is replaced whole by the member's value, so that no text
/// can break out of its place; an element with <c>"$when": "${Member}"</c> stays only when that member is true.
/// </summary>
public static class CardTemplate
{
    private static readonly ConcurrentDictionary<Type, JsonNode> Templates = new();

    public static JsonObject Fill(ICard card) => (JsonObject)Fill(Of(card.GetType()), card)!;

    /// <summary>The template of a card type. A card without one does not start.</summary>
    public static JsonNode Of(Type card) => Templates.GetOrAdd(card, static type =>
    {
        var name = $"{type.FullName}.card.json";
        using var stream = type.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The card template {name} is missing from the program.");
        return JsonNode.Parse(stream)!;
    });

    private static JsonNode? Fill(JsonNode? node, object model) => node switch
    {
        JsonObject element => FillObject(element, model),
        JsonArray items => FillArray(items, model),
        JsonValue value when value.TryGetValue(out string? text) && Path(text) is { } path => Leaf(model, path),
        _ => node?.DeepClone(),
    };

    private static JsonObject FillObject(JsonObject element, object model)
    {
        var filled = new JsonObject();
        foreach (var (name, value) in element.Where(member => member.Key is not ("$when" or "$each")))
            filled[name] = Fill(value, model);
        return filled;
    }

    private static JsonArray FillArray(JsonArray items, object model) =>
        new([.. items.Where(item => Stays(item, model)).SelectMany(item => Repeat(item, model))]);

    /// <summary>An element with <c>"$each": "${List}"</c> is drawn once for every entry, with that entry as its model.</summary>
    private static IEnumerable<JsonNode?> Repeat(JsonNode? item, object model) =>
        item is JsonObject element && element["$each"] is JsonValue each
            ? ((IEnumerable<object>)Value(model, Path(each.GetValue<string>())!)!).Select(entry => (JsonNode?)FillObject(element, entry))
            : [Fill(item, model)];

    private static bool Stays(JsonNode? item, object model) =>
        item is not JsonObject element
        || element["$when"] is not JsonValue when
        || Value(model, Path(when.GetValue<string>())!) is true;

    private static string? Path(string text) =>
        text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') ? text[2..^1] : null;

    private static JsonNode? Leaf(object model, string path) => Value(model, path) switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        IEnumerable<string> texts => new JsonArray([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]),
        var other => throw new InvalidOperationException($"A card cannot show a {other.GetType().Name}; {path} must be a text, a number or a truth value."),
    };

    private static object? Value(object model, string path)
    {
        object? value = model;
        foreach (var member in path.Split('.'))
        {
            var property = value!.GetType().GetProperty(member, BindingFlags.Public | BindingFlags.Instance)
                ?? throw new InvalidOperationException($"{model.GetType().Name} has no member {path}, which its template asks for.");
            value = property.GetValue(value);
        }

        return value;
    }
}
