using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace VpBot.Tests.Shape;

/// <summary>Holds the settings template against the classes it is bound to: both must name the same.</summary>
internal static class SettingsWalk
{
    /// <summary>Settings that no example in the template sets, as <c>Class:Setting</c>.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<(JsonNode? Node, Type Type)> sections)
    {
        var all = sections.ToList();
        var shown = all.SelectMany(section => Shown(section.Node, section.Type)).ToHashSet();
        return [.. all.SelectMany(section => Classes(section.Type)).Distinct().SelectMany(Settings).Where(setting => !shown.Contains(setting))];
    }

    /// <summary>Keys in the template that nothing reads.</summary>
    public static IReadOnlyList<string> Unknown(JsonNode? node, Type type, string at) => node switch
    {
        JsonObject entries when Entry(type) is { } entry => [.. entries.SelectMany(member => Unknown(member.Value, entry, $"{at}:{member.Key}"))],
        JsonArray items when Item(type) is { } item => [.. items.SelectMany(element => Unknown(element, item, at))],
        JsonObject members => [.. members.SelectMany(member => Settable(type).FirstOrDefault(property => property.Name == member.Key) is { } known
            ? Unknown(member.Value, known.PropertyType, $"{at}:{member.Key}")
            : [$"{at}:{member.Key}"])],
        _ => [],
    };

    private static IEnumerable<string> Shown(JsonNode? node, Type type) => node switch
    {
        JsonObject entries when Entry(type) is { } entry => entries.SelectMany(member => Shown(member.Value, entry)),
        JsonArray items when Item(type) is { } item => items.SelectMany(element => Shown(element, item)),
        JsonObject members => Settable(type).Where(property => members.ContainsKey(property.Name))
            .SelectMany(property => Shown(members[property.Name], property.PropertyType).Prepend($"{type.Name}:{property.Name}")),
        _ => [],
    };

    /// <summary>This class of settings, and those within it.</summary>
    private static IEnumerable<Type> Classes(Type type) =>
        (Entry(type) ?? Item(type)) is { } inner ? Classes(inner)
        : IsOurs(type) ? Settable(type).SelectMany(property => Classes(property.PropertyType)).Prepend(type)
        : [];

    private static IEnumerable<string> Settings(Type type) => Settable(type).Select(property => $"{type.Name}:{property.Name}");

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite);

    private static bool IsOurs(Type type) => type.IsClass && type.Namespace?.StartsWith("VpBot", StringComparison.Ordinal) == true;

    private static Type? Entry(Type type) => typeof(IDictionary).IsAssignableFrom(type) ? type.GetGenericArguments()[1] : null;

    private static Type? Item(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;
}
