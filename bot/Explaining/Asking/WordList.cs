using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>One entry of a reviewed list: what it stands for, and the ways in which people say it, as stems in order.</summary>
internal sealed record WordGroup(string Name, IReadOnlyList<IReadOnlyList<string>> Ways)
{
    /// <summary>Somebody may say a few words in between.</summary>
    private const int MostBetween = 2;

    public bool IsSaidIn(IReadOnlyList<string> stems) => Ways.Any(way => Enumerable.Range(0, stems.Count).Any(from => BeginsAt(way, stems, from)));

    private static bool BeginsAt(IReadOnlyList<string> way, IReadOnlyList<string> stems, int from)
    {
        if (stems[from] != way[0])
            return false;
        var at = from;
        foreach (var stem in way.Skip(1))
        {
            var next = Enumerable.Range(at + 1, Math.Max(0, Math.Min(MostBetween + 1, stems.Count - at - 1))).FirstOrDefault(place => stems[place] == stem, -1);
            if (next < 0)
                return false;
            at = next;
        }

        return true;
    }
}

/// <summary>A list in <c>Content/words</c>: a line "- name: one way, another way" for each entry. It is read and checked by people, as the texts are.</summary>
internal static class WordList
{
    public static IReadOnlyList<string> Names { get; } = ["danger", "everyday", "small"];

    public static IReadOnlyList<WordGroup> Read(string list, Tongue tongue) =>
    [
        .. QuestionBook.List(list, tongue).Split('\n')
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Split(": ", 2))
            .Select(pair => new WordGroup(
                pair[0],
                [.. pair[1].Split(", ").Select(way => Stems.Of(way, tongue)).Where(way => way.Count > 0)])),
    ];
}
