using System.Reflection;
using VpBot.Language;

namespace VpBot.Explaining.Reviewing;

/// <summary>The phrases of every folder, whichever it is: no folder is named here, only the order in which somebody meets the first ones.</summary>
internal static class PhraseTexts
{
    private static readonly string[] Order = ["Teams", "Room", "Privacy", "Explaining", "Intake", "Appointments"];

    public static IEnumerable<Type> Types =>
        typeof(Phrases).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Phrases)))
            .OrderBy(type => Order.TakeWhile(folder => folder != Folder(type)).Count()).ThenBy(type => type.FullName, StringComparer.Ordinal);

    public static IEnumerable<ReviewedText> All(Tongue tongue) => Types.Select(type => Of(type, tongue));

    public static string FileOf(MemberInfo type, string space, Tongue tongue) =>
        $"bot/{space["VpBot.".Length..].Replace('.', '/')}/{type.Name[..^"Phrases".Length]}.{tongue.Code}.json";

    private static ReviewedText Of(Type type, Tongue tongue)
    {
        var said = Phrases.Load(type, tongue);
        return new(
            $"{Folder(type)}: {type.Name[..^"Phrases".Length]}", FileOf(type, type.Namespace!, tongue), "draft",
            [.. said.Select(phrase => $"- {phrase.Value.Replace("\n", " / ", StringComparison.Ordinal)} `{phrase.Key}`")], string.Join('\n', said.Values));
    }

    private static string Folder(Type type) => type.Namespace!.Split('.')[1];
}
