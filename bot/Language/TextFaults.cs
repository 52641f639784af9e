using System.Text.RegularExpressions;

namespace VpBot.Language;

/// <summary>What is wrong with a text that replaces or translates one of ours, held against the Dutch.</summary>
internal static partial class TextFaults
{
    private static readonly IReadOnlyList<Type> Types =
        [.. typeof(Phrases).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Phrases))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static Type? TypeOf(string file) => Types.FirstOrDefault(type => Wordings.FileOf(type) == file);

    /// <summary>A language may leave out a file, never a phrase of a file that it has.</summary>
    public static IEnumerable<string> Of(Tongue tongue)
    {
        foreach (var (type, said) in Types.Select(type => (type, tongue.Wordings.Phrases(type))).Where(pair => pair.Item2 is not null))
        {
            var at = $"Language {tongue.Code}, {Wordings.FileOf(type)}";
            foreach (var missing in Phrases.Load(type, Tongue.Dutch).Keys.Except(said!.Keys))
                yield return $"{at} has no words for {missing}. Write them, or leave out the whole file.";
            foreach (var fault in said.SelectMany(phrase => Of(type, phrase.Key, phrase.Value)))
                yield return $"{at}: {fault}";
        }
    }

    /// <summary>The faults of one phrase, each as a sentence.</summary>
    public static IEnumerable<string> Of(Type type, string key, string text)
    {
        if (!Phrases.Load(type, Tongue.Dutch).TryGetValue(key, out var ours))
        {
            yield return $"there is no phrase {key}.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(text))
            yield return $"{key} is empty.";
        foreach (var missing in Placeholders(ours).Except(Placeholders(text)))
            yield return $"{key} does not say {missing}.";
        foreach (var unknown in Placeholders(text).Except(Placeholders(ours)))
            yield return $"{key} does not know {unknown}.";
        if (Markup().Match(text) is { Success: true } mark && !Markup().IsMatch(ours))
            yield return $"{key} has markup, and none may be there: {mark.Value}";
    }

    internal static IReadOnlyList<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"<[a-zA-Z/!]|\]\(|\*\*|^\s*(#|- )|`|https?:", RegexOptions.Multiline)]
    private static partial Regex Markup();
}
