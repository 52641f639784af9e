using System.Globalization;
using VpBot.Explaining;
using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Explaining;

/// <summary>The texts are whole in both languages, plain enough for somebody in distress, and say what they must say.</summary>
public sealed class ContentTests
{
    private const int LongestSentence = 20;

    private static readonly string[] FrontMatter = ["title", "summary", "reviewed", "reviewer", "status", "source"];

    public static TheoryData<string> Texts => [.. Content.All.Select(content => content.ToString())];

    public static TheoryData<string> Subjects => [.. ContentBook.Subjects];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_subject_is_told_in_both_languages_under_the_same_headings(string subject) =>
        Assert.Equal(Levels(Content.Of("nl", subject)), Levels(Content.Of("en", subject)));

    [Fact]
    public void A_planted_heading_of_another_level_is_found() =>
        Assert.NotEqual(Levels(new Content("nl", "x", new Dictionary<string, string>(), "## Een\n## Twee\n")), Levels(new Content("en", "x", new Dictionary<string, string>(), "## One\n### Two\n")));

    [Fact]
    public void No_subject_is_told_in_one_language_only() =>
        Assert.All(Tongue.All, tongue => Assert.Equal(ContentBook.Subjects, Content.All.Where(content => content.Tongue == tongue.Code).Select(content => content.Subject)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_says_who_should_have_looked_at_it(string text) => Assert.Empty(FrontFaults(Find(text)));

    [Fact]
    public void A_planted_text_without_a_reviewer_is_found() =>
        Assert.Contains("reviewer", FrontFaults(Content.Read("nl", "x", "---\ntitle: X\nsummary: Y\nreviewed: 2026-11-23\nstatus: draft\nsource: z\n---\nTekst.\n")));

    [Fact]
    public void A_planted_status_that_is_none_is_found() =>
        Assert.Contains("status", FrontFaults(Content.Read("nl", "x", "---\ntitle: X\nsummary: Y\nreviewed: 2026-11-23\nreviewer: jurist\nstatus: fine\nsource: z\n---\nTekst.\n")));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_sentence_has_at_most_twenty_words(string text) => Assert.Empty(TooLong(Find(text).Body));

    [Fact]
    public void A_planted_long_sentence_is_found() =>
        Assert.Single(TooLong("Kort.\n\n- " + string.Join(' ', Enumerable.Repeat("woord", 21)) + ". Weer kort."));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_calm_and_claims_nothing(string text)
    {
        var content = Find(text);
        Assert.All(content.Body.Split('\n').Concat(content.Front.Values), line => Assert.True(PhraseWalk.Tone(line) is null, $"{PhraseWalk.Tone(line)}: {line}"));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_Dutch_text_is_plain(string subject)
    {
        var ease = Readability.Ease(Readability.Sentences(Content.Of("nl", subject).Body), Tongue.Dutch);
        Assert.True(ease >= 50, $"{subject} reads at {ease.ToString("0", CultureInfo.InvariantCulture)}.");
    }

    [Fact]
    public void The_Dutch_texts_together_are_easy() =>
        Assert.InRange(Content.All.Where(content => content.Tongue == "nl").Average(content => Readability.Ease(Readability.Sentences(content.Body), Tongue.Dutch)), 60, 207);

    [Fact]
    public void A_planted_text_in_the_language_of_policies_is_found() =>
        Assert.InRange(Readability.Ease(Readability.Sentences("De psychosociale arbeidsbelasting wordt overeenkomstig toepasselijke regelgeving periodiek geïnventariseerd en geëvalueerd."), Tongue.Dutch), -200, 49);

    [Theory]
    [InlineData("vertrouwenspersoon", 2)]
    [InlineData("luisteren", 3)]
    [InlineData("geëvalueerd", 5)]
    [InlineData("ideeën", 3)]
    [InlineData("tijd", 1)]
    [InlineData("nieuw", 1)]
    [InlineData("buiten", 2)]
    [InlineData("gesprek", 2)]
    [InlineData("HR", 2)]
    [InlineData("klachtencommissies", 2)]
    [InlineData("vertrouwelijke", 2)]
    public void Syllables_are_counted_as_people_say_them(string word, int syllables) => Assert.Equal(syllables, Readability.Syllables(word, Tongue.Dutch));

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_number_for_acute_danger_stands_first(string tongue)
    {
        var body = Content.Of(tongue, "help-right-now").Body;

        Assert.Equal("112", FirstNumber(body));
        Assert.All(["113", "08000113", "08000188", "08002000", "0881331000"], number => Assert.Contains($"](tel:{number})", body, StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_number_before_it_is_found() => Assert.NotEqual("112", FirstNumber("Bel [113](tel:113) of [112](tel:112)."));

    /// <summary>Domain row 12, with what an advisor does not do besides: mediate, investigate and judge.</summary>
    [Theory]
    [InlineData("nl", "juridisch advies", "medisch oordeel", "eigen belang", "vertrouwen breken", "wegkijken of klein maken", "de leiding nemen", "voor jou spreken of handelen", "met anderen praten zonder jou", "bemiddelen", "onderzoeken of oordelen")]
    [InlineData("en", "legal advice", "medical opinion", "stake of their own", "breaking of your confidence", "looking away or making it small", "taking the lead", "speaking or acting for you", "talking to others without you", "mediating", "investigating or judging")]
    public void What_an_advisor_does_not_do_is_named_in_full(string tongue, params string[] headings)
    {
        var named = Content.Of(tongue, "what-an-advisor-does-not-do").Headings;

        Assert.Equal(headings.Length, named.Count);
        Assert.Empty(Unnamed(headings, named));
    }

    [Fact]
    public void A_planted_list_that_leaves_something_out_is_found() =>
        Assert.Equal(["bemiddelen"], Unnamed(["de leiding nemen", "bemiddelen"], ["## Niet de leiding nemen", "## Niet onderzoeken of oordelen"]));

    /// <summary>Domain rows 8, 10, 11 and 14, by the headings that carry them.</summary>
    [Theory]
    [InlineData("nl", "confidential-and-its-limits", "Acuut gevaar", "Een plicht in de wet", "Een rechter die vragen stelt", "Eerst met jou")]
    [InlineData("en", "confidential-and-its-limits", "Acute danger", "A duty in the law", "A judge who asks questions", "With you first")]
    [InlineData("nl", "internal-or-external", "Wat hetzelfde is", "Intern", "Extern", "Redenen die mensen noemen", "Als iemand te dichtbij staat", "Je mag wisselen")]
    [InlineData("en", "internal-or-external", "What is the same", "Internal", "External", "Reasons that people give", "If someone is too close", "You may switch")]
    [InlineData("nl", "what-an-advisor-does-not-do", "Niet bemiddelen")]
    [InlineData("en", "what-an-advisor-does-not-do", "No mediating")]
    public void What_must_be_said_beforehand_has_a_heading(string tongue, string subject, params string[] headings)
    {
        Assert.Empty(Unnamed(headings, Content.Of(tongue, subject).Headings));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_text_about_the_law_waits_for_a_lawyer(string tongue) =>
        Assert.All(["confidential-and-its-limits", "the-law-in-short"], subject => Assert.Contains(Content.Of(tongue, subject).Front["status"], new[] { "needs-lawyer", "reviewed" }));

    private static string FirstNumber(string body) => body.Split("](tel:")[1].Split(')')[0];

    private static IEnumerable<string> Unnamed(IEnumerable<string> headings, IReadOnlyList<string> named) =>
        headings.Where(heading => !named.Any(line => line.EndsWith(heading, StringComparison.Ordinal)));

    private static Content Find(string text) => Content.Of(text.Split('/')[0], text.Split('/')[1]);

    private static IEnumerable<int> Levels(Content content) => content.Headings.Select(heading => heading.IndexOf(' ', StringComparison.Ordinal));

    private static IReadOnlyList<string> TooLong(string body) =>
        [.. Readability.Sentences(body).Where(sentence => Readability.Words(sentence).Count > LongestSentence)];

    private static IReadOnlyList<string> FrontFaults(Content content) =>
    [
        .. FrontMatter.Where(key => string.IsNullOrWhiteSpace(content.Front.GetValueOrDefault(key))),
        .. content.Front.GetValueOrDefault("status") is "draft" or "needs-lawyer" or "reviewed" ? Array.Empty<string>() : ["status"],
        .. DateOnly.TryParseExact(content.Front.GetValueOrDefault("reviewed"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Array.Empty<string>() : ["reviewed"],
    ];
}
