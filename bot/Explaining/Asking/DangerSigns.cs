using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>
/// Words after which help stands on top. It does not understand anybody, and is wrong on the side of showing help: the lists of
/// every language are used, and a letter may be wrong.
/// </summary>
internal static class DangerSigns
{
    private const int ShortestMended = 6;

    private static readonly IReadOnlyList<Signs> Lists = [.. Tongue.All.Select(tongue => new Signs(tongue, WordList.Read("danger", tongue)))];

    public static bool In(string question) => Lists.Any(signs => signs.AreIn(question));

    private sealed record Signs(Tongue Tongue, IReadOnlyList<WordGroup> Groups)
    {
        private readonly HashSet<string> _single =
            [.. Groups.SelectMany(group => group.Ways).Where(way => way.Count == 1 && way[0].Length >= ShortestMended).Select(way => way[0])];

        public bool AreIn(string question)
        {
            var stems = Stems.Of(question, Tongue);
            return Groups.Any(group => group.IsSaidIn(stems)) || stems.Any(stem => stem.Length >= ShortestMended - 1 && Spelling.Nearest(stem, _single) is not null);
        }
    }
}
