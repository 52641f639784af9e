using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>One entry of a reviewed list: what it stands for, and the ways in which people say it.</summary>
internal sealed record WordGroup(string Name, IReadOnlyList<WordWay> Ways)
{
    public IEnumerable<string> Words => Ways.SelectMany(way => way.Words);

    public bool IsSaidIn(IReadOnlyList<string> stems)
    {
        for (var at = 0; at < Ways.Count; at++)
        {
            if (Ways[at].IsSaidIn(stems))
                return true;
        }

        return false;
    }
}

/// <summary>One way to say it: all of the parts, in any order; of each part one of its choices; of a choice the stems in order.</summary>
internal sealed record WordWay(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Parts)
{
    /// <summary>Somebody may say a few words in between.</summary>
    private const int MostBetween = 2;

    public IEnumerable<string> Words => Parts.SelectMany(static part => part).SelectMany(static choice => choice);

    /// <summary>The word, when this way is one word and nothing else.</summary>
    public string? Single => Parts is [[[var word]]] ? word : null;

    /// <summary>Every phrasing is compared with every way, so it is written as plain loops: a first question waits for all of them.</summary>
    public bool IsSaidIn(IReadOnlyList<string> stems)
    {
        for (var at = 0; at < Parts.Count; at++)
        {
            if (!IsSaidIn(Parts[at], stems))
                return false;
        }

        return true;
    }

    private static bool IsSaidIn(IReadOnlyList<IReadOnlyList<string>> part, IReadOnlyList<string> stems)
    {
        for (var at = 0; at < part.Count; at++)
        {
            for (var from = 0; from < stems.Count; from++)
            {
                if (BeginsAt(part[at], stems, from))
                    return true;
            }
        }

        return false;
    }

    private static bool BeginsAt(IReadOnlyList<string> choice, IReadOnlyList<string> stems, int from)
    {
        if (stems[from] != choice[0])
            return false;
        var at = from;
        for (var stem = 1; stem < choice.Count; stem++)
        {
            var last = Math.Min(at + MostBetween + 1, stems.Count - 1);
            do
                at++;
            while (at <= last && stems[at] != choice[stem]);
            if (at > last)
                return false;
        }

        return true;
    }
}

/// <summary>
/// A list in <c>Content/words</c>: a line "- name: one way, another way" for each entry; in a way "/" stands between choices and
/// " + " between parts. It is read and checked by people, as the texts are.
/// </summary>
internal static class WordList
{
    public static IReadOnlyList<string> Names { get; } = ["danger", "everyday", "small"];

    public static IReadOnlyList<WordGroup> Read(string list, Tongue tongue) =>
    [
        .. QuestionBook.List(list, tongue).Split('\n')
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Split(": ", 2))
            .Select(pair => new WordGroup(pair[0], [.. pair[1].Split(", ").Select(way => Way(way, tongue)).OfType<WordWay>()])),
    ];

    private static WordWay? Way(string way, Tongue tongue)
    {
        IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> parts = [.. way.Split(" + ").Select(part => Choices(part, tongue))];
        return parts.All(part => part.Count > 0) ? new(parts) : null;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Choices(string part, Tongue tongue) =>
        [.. part.Split('/').Select(choice => Stems.Of(choice, tongue)).Where(static stems => stems.Count > 0)];
}
