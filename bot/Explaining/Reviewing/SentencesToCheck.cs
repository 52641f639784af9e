using System.Text;
using VpBot.Language;

namespace VpBot.Explaining.Reviewing;

/// <summary>Every sentence that a lawyer, or an advisor, must check before going live: by the mark of its phrase, or the reviewer that its page names.</summary>
internal static class SentencesToCheck
{
    private static readonly Dictionary<Checker, string[]> Names = new()
    {
        [Checker.Lawyer] = ["jurist", "lawyer"],
        [Checker.Advisor] = ["vertrouwenspersoon", "confidential advisor"],
    };

    /// <summary>The sentences by the file that they stand in.</summary>
    public static IEnumerable<(string File, IReadOnlyList<string> Sentences)> For(Checker checker, Tongue tongue) =>
        Phrases(checker, tongue).Concat(Pages(checker, tongue)).Where(text => text.Sentences.Count > 0);

    public static bool MustCheck(ReviewedText page, Checker checker) =>
        !page.State.StartsWith("reviewed", StringComparison.Ordinal) && Names[checker].Any(name => page.State.Contains(name, StringComparison.Ordinal));

    public static string Document(Checker checker, Tongue tongue)
    {
        var document = new StringBuilder();
        foreach (var (file, sentences) in For(checker, tongue))
            document.Append("\n`").Append(file).Append("`\n\n").AppendJoin('\n', sentences.Select(sentence => $"- [ ] {sentence}")).Append('\n');
        return document.ToString().TrimStart();
    }

    private static IEnumerable<(string File, IReadOnlyList<string> Sentences)> Phrases(Checker checker, Tongue tongue) =>
        from type in PhraseTexts.Types
        let said = Language.Phrases.Load(type, tongue).Where(phrase => Marks.CheckerOf(type, phrase.Key) == checker)
        select (PhraseTexts.FileOf(type, type.Namespace!, tongue), (IReadOnlyList<string>)[.. said.SelectMany(phrase => Readability.Sentences(phrase.Value))]);

    private static IEnumerable<(string File, IReadOnlyList<string> Sentences)> Pages(Checker checker, Tongue tongue) =>
        ReviewedText.Pages(tongue).Where(page => MustCheck(page, checker))
            .Select(page => (page.File, (IReadOnlyList<string>)[page.Title, .. Readability.Sentences(page.Prose)]));
}
