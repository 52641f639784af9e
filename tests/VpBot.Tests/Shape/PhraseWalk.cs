using System.Reflection;
using System.Text.RegularExpressions;
using VpBot.Language;

namespace VpBot.Tests.Shape;

/// <summary>The members of a phrases type, the keys they ask for, and what is wrong with a text.</summary>
internal static partial class PhraseWalk
{
    public static readonly Type[] Types =
        [.. typeof(Phrases).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Phrases))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static IEnumerable<MemberInfo> Members(Type phrases) =>
        phrases.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false });

    /// <summary>The keys that the members ask for: a member's own name, or one for each value of its list.</summary>
    public static IEnumerable<string> Keys(Type phrases) => Members(phrases).SelectMany(member => Values(member) is { } values
        ? values.Select(value => member.Name + value)
        : [member.Name]);

    /// <summary>What is wrong with the words of one language: missing, left over, or not with the arguments of their member.</summary>
    public static IEnumerable<string> Faults(Type phrases, IReadOnlyDictionary<string, string> texts)
    {
        var arguments = Members(phrases).ToDictionary(member => member.Name, Arguments);
        foreach (var key in Keys(phrases).Where(key => !texts.ContainsKey(key)))
            yield return $"{key} has no words";
        foreach (var (key, text) in texts)
        {
            if (!Keys(phrases).Contains(key))
                yield return $"{key} is nobody's";
            foreach (var unsaid in arguments.GetValueOrDefault(key, []).Except(Placeholders(text)))
                yield return $"{key} does not say {unsaid}";
            foreach (var unknown in Placeholders(text).Except(arguments.GetValueOrDefault(key, [])))
                yield return $"{key} does not know {unknown}";
        }
    }

    /// <summary>Everything that this type can say in this language, with the names of the arguments as arguments.</summary>
    public static IEnumerable<(string Key, string Text)> Say(Type phrases, Tongue tongue)
    {
        var words = Activator.CreateInstance(phrases)!;
        phrases.GetProperty(nameof(Phrases.Tongue))!.SetValue(words, tongue);
        foreach (var member in Members(phrases))
        {
            if (member is PropertyInfo property)
                yield return (member.Name, (string)property.GetValue(words)!);
            else if (member is MethodInfo method && Values(member) is { } values)
                foreach (var value in values)
                    yield return (member.Name + value, (string)method.Invoke(words, [value])!);
            else if (member is MethodInfo with)
                yield return (member.Name, (string)with.Invoke(words, [.. with.GetParameters().Select(parameter => $"<{parameter.Name}>")])!);
        }
    }

    public static IReadOnlyList<string> Placeholders(string text) => [.. PlaceholderPattern().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Arguments(MemberInfo member) =>
        member is MethodInfo method && Values(member) is null ? method.GetParameters().Select(parameter => $"{{{parameter.Name}}}").Order(StringComparer.Ordinal) : [];

    /// <summary>Why a text does not sound like us; null when it does.</summary>
    public static string? Tone(string text)
    {
        var told = text.Replace("Slachtofferhulp Nederland", "", StringComparison.Ordinal);
        if (told.Contains('!'))
            return "an exclamation mark";
        if (told.EnumerateRunes().Any(rune => rune.Value is >= 0x1F000 or (>= 0x2600 and <= 0x27BF)))
            return "an emoji";
        return Forbidden().Match(told) is { Success: true } word ? word.Value : null;
    }

    private static IReadOnlyList<object>? Values(MemberInfo member) =>
        member is MethodInfo method && method.GetParameters() is [{ ParameterType.IsEnum: true } only] ? [.. Enum.GetValues(only.ParameterType).Cast<object>()] : null;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"slachtoffer|\bdaders?\b|\banoniem|\banonym|\b100 ?%|onzichtba|\binvisib|neutra|\bvictim|\bperpetrator", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
