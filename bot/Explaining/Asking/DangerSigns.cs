using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>
/// Words after which help stands on top. It does not understand anybody, and is wrong on the side of showing help: the lists of
/// every language are used, and a letter may be wrong.
/// </summary>
internal static class DangerSigns
{
    private const int ShortestMended = 5;
    private const int ShortestAlone = 6;

    private static readonly IReadOnlyList<Signs> Lists = [.. Tongue.All.Select(tongue => new Signs(tongue, WordList.Read("danger", tongue)))];

    public static bool In(string question) => Lists.Any(signs => signs.AreIn(question));

    private sealed record Signs(Tongue Tongue, IReadOnlyList<WordGroup> Groups)
    {
        private readonly HashSet<string> _words = [.. Groups.SelectMany(group => group.Words).Where(word => word.Length >= ShortestMended)];

        private readonly HashSet<string> _alone = [.. Groups.SelectMany(group => group.Ways).Select(way => way.Single).OfType<string>().Where(word => word.Length >= ShortestAlone)];

        /// <summary>Words of the texts of this language: they are no typing errors.</summary>
        private readonly HashSet<string> _known = [.. QuestionBook.In(Tongue).SelectMany(page => page.Phrasings.Append(page.Text)).SelectMany(text => Stems.Of(text, Tongue))];

        public bool AreIn(string question)
        {
            var stems = Stems.Of(question, Tongue);
            return IsSaidIn(stems) || IsSaidIn([.. stems.Select(Mended)]) || stems.Any(stem => stem.Length >= ShortestAlone - 1 && !_known.Contains(stem) && Spelling.Nearest(stem, _alone) is not null);
        }

        private bool IsSaidIn(IReadOnlyList<string> stems) => Groups.Any(group => group.IsSaidIn(stems));

        private string Mended(string stem) => _known.Contains(stem) || _words.Contains(stem) ? stem : Spelling.Nearest(stem, _words) ?? stem;
    }
}
