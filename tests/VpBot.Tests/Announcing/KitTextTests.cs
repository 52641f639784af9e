using System.Globalization;
using VpBot.Announcing;
using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Tests.Explaining;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Announcing;

/// <summary>The texts of the kit are held to the same rules as those that employees read.</summary>
public sealed class KitTextTests
{
    private const int LongestSentence = 20;

    public static TheoryData<string, string> Texts => new(from subject in KitBook.Subjects from tongue in Tongue.All select (tongue.Code, subject));

    public static TheoryData<string> Subjects => [.. KitBook.Subjects];

    [Fact]
    public void Every_text_that_lies_there_is_on_the_page() =>
        Assert.All(Tongue.All, tongue => Assert.Equal(
            KitBook.Subjects.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder(tongue.Code), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));

    [Theory, MemberData(nameof(Subjects))]
    public void A_text_is_told_in_both_languages_under_the_same_headings(string subject) =>
        Assert.Equal(Shape(Of("nl", subject)), Shape(Of("en", subject)));

    [Theory, MemberData(nameof(Texts))]
    public void A_sentence_has_at_most_twenty_words(string tongue, string subject) =>
        Assert.DoesNotContain(Readability.Sentences(Of(tongue, subject).Body), sentence => Readability.Words(sentence).Count > LongestSentence);

    [Theory, MemberData(nameof(Texts))]
    public void A_text_is_calm_claims_nothing_and_says_who_should_have_looked_at_it(string tongue, string subject)
    {
        var text = Of(tongue, subject);
        Assert.All(text.Body.Split('\n').Concat(text.Front.Values), line => Assert.True(PhraseWalk.Tone(line) is null, $"{PhraseWalk.Tone(line)}: {line}"));
        Assert.Equal(["reviewed", "reviewer", "source", "status", "summary", "title"], text.Front.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(text.Front["status"], new[] { "draft", "needs-lawyer", "reviewed" });
    }

    [Theory, MemberData(nameof(Subjects))]
    public void A_Dutch_text_is_plain(string subject)
    {
        var ease = Readability.Ease(Readability.Sentences(Of("nl", subject).Body), Tongue.Dutch);
        Assert.True(ease >= 50, $"{subject} reads at {ease.ToString("0", CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Domain rows 9, 22, 24 and 28.</summary>
    [Theory]
    [InlineData("nl", "policy-checklist", "PSA", "Wie leiding geeft, geeft het voorbeeld", "ondernemingsraad", "Alleen extern kan ook", "bijeenkomst", "Kiezen en aanstellen")]
    [InlineData("en", "policy-checklist", "psychosocial workload", "Management sets the example", "works council", "External only works too", "session", "Selecting and appointing")]
    [InlineData("nl", "what-hr-never-receives", "Namen", "Wie op een knop drukte", "geen ja en geen nee")]
    [InlineData("en", "what-hr-never-receives", "Names", "Who pressed a button", "neither yes nor no")]
    [InlineData("nl", "how-to-announce", "toilet", "keuken", "eigen telefoon")]
    [InlineData("en", "how-to-announce", "toilet", "kitchen", "own phone")]
    public void What_must_be_said_is_said(string tongue, string subject, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, Of(tongue, subject).Body, StringComparison.Ordinal));

    private static IEnumerable<string> Shape(Content text) =>
        text.Body.Split('\n').Where(line => line.StartsWith('#') || line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);

    private static Content Of(string tongue, string subject) => Content.Read(tongue, subject, File.ReadAllText(Path.Combine(Folder(tongue), subject + ".md")));

    private static string Folder(string tongue) => Path.Combine(Repository.Root, "bot", "Announcing", "Content", tongue);
}
