using System.Text.RegularExpressions;
using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Teams;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Explaining;

/// <summary>Before going live a lawyer and an advisor check what they must; the list is made from the marks, and no mark is forgotten.</summary>
public sealed partial class ToCheckTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public void Every_sentence_that_sounds_like_the_law_is_marked_for_a_lawyer(string code)
    {
        var tongue = Tongue.Of(code);
        var phrases = PhraseWalk.Types.SelectMany(type => Phrases.Load(type, tongue).Select(phrase =>
            (Where: $"{type.Name}.{phrase.Key}", Text: phrase.Value, Marked: Marks.CheckerOf(type, phrase.Key) == Checker.Lawyer)));
        var pages = ReviewedText.Pages(tongue).Select(page => (Where: page.File, Text: $"{page.Title}\n{page.Prose}", Marked: SentencesToCheck.MustCheck(page, Checker.Lawyer)));

        Assert.Empty(Unmarked(phrases.Concat(pages), tongue));
    }

    [Theory]
    [InlineData("nl", "De wet zegt hier iets over.")]
    [InlineData("nl", "Je bent verplicht dit te melden.")]
    [InlineData("nl", "Hij heeft een geheimhoudingsplicht.")]
    [InlineData("nl", "Doe aangifte bij de politie.")]
    [InlineData("nl", "Dat staat in artikel 160.")]
    [InlineData("en", "The law says something about this.")]
    [InlineData("en", "There is a duty of secrecy.")]
    [InlineData("en", "It stands in the Equal Treatment Act.")]
    public void A_planted_sentence_about_the_law_without_a_mark_is_found(string code, string sentence)
    {
        Assert.Single(Unmarked([("planted", $"Rustig. {sentence}", false)], Tongue.Of(code)));
        Assert.Empty(Unmarked([("planted", sentence, true)], Tongue.Of(code)));
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public void The_list_holds_every_sentence_of_a_marked_text(string code)
    {
        var tongue = Tongue.Of(code);
        var lawyer = SentencesToCheck.Document(Checker.Lawyer, tongue);
        var advisor = SentencesToCheck.Document(Checker.Advisor, tongue);
        foreach (var sentence in Readability.Sentences(tongue.Words<FrontDoorPhrases>().ConfidentialText))
            Assert.Contains($"- [ ] {sentence}", lawyer, StringComparison.Ordinal);
        foreach (var page in ReviewedText.Pages(tongue).Where(page => page.State.StartsWith("needs-lawyer", StringComparison.Ordinal)))
            Assert.All(Readability.Sentences(page.Prose), sentence => Assert.Contains($"- [ ] {sentence}", lawyer, StringComparison.Ordinal));
        Assert.Contains($"- [ ] {tongue.Words<FrontDoorPhrases>().Title}", advisor, StringComparison.Ordinal);
        Assert.DoesNotContain($"- [ ] {tongue.Words<FrontDoorPhrases>().Title}", lawyer, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Unmarked(IEnumerable<(string Where, string Text, bool Marked)> texts, Tongue tongue) =>
    [
        .. from text in texts
           where !text.Marked
           from sentence in Readability.Sentences(text.Text)
           where (tongue == Tongue.Dutch ? DutchLaw() : EnglishLaw()).IsMatch(sentence)
           select $"{text.Where}: {sentence}",
    ];

    [GeneratedRegex(@"\b(\w*wet|wetten|wettelijke?|artikel|strafrecht\w*|strafba\w+|wetboek|\w*plicht|verplicht\w*|geheimhoud\w*|beroepsgeheim|aangifte|rechter|rechtbank|verschoningsrecht|juridisch\w*|misdrij\w+|AVG)\b|\bart\. \d", RegexOptions.IgnoreCase)]
    private static partial Regex DutchLaw();

    [GeneratedRegex(@"\b(law|laws|legal|legally|statutory|duty|duties|obliged|mandatory|article|secrecy|crime|crimes|(a|the) judge|court|GDPR)\b|\b[Aa]rt\. \d|\bpolice report|\b[A-Z]\w+ Act\b")]
    private static partial Regex EnglishLaw();
}
