using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>One entry of a reviewed list: what it stands for, and the ways in which people say it.</summary>
internal sealed record WordGroup(string Name, IReadOnlyList<WordWay> Ways)
{
    public IEnumerable<string> Words => Ways.SelectMany(way => way.Words);

    public bool IsSaidIn(IReadOnlyList<string> stems) => Ways.Any(way => way.IsSaidIn(stems));
}

/// <summary>One way to say it: all of the parts, in any order; of each part one of its choices; of a choice the stems in order.</summary>
internal sealed record WordWay(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Parts)
{
    /// <summary>Somebody may say a few words in between.</summary>
    private const int MostBetween = 2;

    public IEnumerable<string> Words => Parts.SelectMany(static part => part).SelectMany(static choice => choice);

    /// <summary>The word, when this way is one word and nothing else.</summary>
    public string? Single => Parts is [[[var word]]] ? word : null;

    public bool IsSaidIn(IReadOnlyList<string> stems) => Parts.All(part => part.Any(choice => IsIn(choice, stems)));

    private static bool IsIn(IReadOnlyList<string> choice, IReadOnlyList<string> stems) => Enumerable.Range(0, stems.Count).Any(from => BeginsAt(choice, stems, from));

    private static bool BeginsAt(IReadOnlyList<string> choice, IReadOnlyList<string> stems, int from)
    {
        if (stems[from] != choice[0])
            return false;
        var at = from;
        foreach (var stem in choice.Skip(1))
        {
            var next = Enumerable.Range(at + 1, Math.Max(0, Math.Min(MostBetween + 1, stems.Count - at - 1))).FirstOrDefault(place => stems[place] == stem, -1);
            if (next < 0)
                return false;
            at = next;
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
