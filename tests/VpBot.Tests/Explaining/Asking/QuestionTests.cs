using System.Globalization;
using VpBot.Explaining;
using VpBot.Explaining.Asking;
using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Explaining.Asking;

/// <summary>The questions and answers are whole in both languages, say who should review them, and are plain.</summary>
public sealed class QuestionTests
{
    /// <summary>A "no" is a sentence, and what stands before a colon is one too.</summary>
    private const int Most = 5;
    private const int MostWithNumbers = 8;

    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Fact]
    public void There_are_at_least_eighty_questions_and_the_same_in_both_languages()
    {
        Assert.InRange(QuestionBook.In(Tongue.Dutch).Count, 80, int.MaxValue);
        Assert.Equal(QuestionBook.In(Tongue.Dutch).Select(page => (page.Id, page.ReadOn)), QuestionBook.In(Tongue.English).Select(page => (page.Id, page.ReadOn)));
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public void An_answer_is_short_calm_and_leads_on(string code) => Assert.Empty(QuestionBook.In(Tongue.Of(code)).SelectMany(Faults));

    [Fact]
    public void A_planted_answer_that_is_long_loud_or_leads_nowhere_is_found() => Assert.Equal(
        ["x: 3 phrasings", "x: 6 sentences", "x: leads to nowhere", "x: status fine", "x: reviewer", "x: an exclamation mark"],
        Faults(QuestionBook.Parse("x", "---\ntitle: X\nasked:\n- a\n- b\nread-on: nowhere\nreviewed: 2026-11-23\nreviewer: \nstatus: fine\n---\nEen. Twee. Drie. Vier. Vijf. Zes!\n")));

    [Theory]
    [MemberData(nameof(Tongues))]
    public void Every_text_is_plain(string code) => Assert.Empty(TooHard(ReviewedText.All(Tongue.Of(code)), Tongue.Of(code)));

    [Theory]
    [MemberData(nameof(Tongues))]
    public void All_texts_together_are_easy(string code) =>
        Assert.InRange(ReviewedText.All(Tongue.Of(code)).Where(text => text.Prose.Length > 0).Average(text => Readability.Ease(Readability.Sentences(text.Prose), Tongue.Of(code))), 60, 207);

    [Fact]
    public void A_planted_text_that_is_hard_is_found() => Assert.Equal(2, TooHard(
        [new("X", "x", "draft", [], "De psychosociale arbeidsbelasting wordt overeenkomstig regelgeving geïnventariseerd."), new("Y", "y", "draft", [], string.Join(' ', Enumerable.Repeat("ja", 21)))],
        Tongue.Dutch).Count);

    private static IEnumerable<string> Faults(QuestionPage page)
    {
        var sentences = Readability.Sentences(page.Text).Count;
        if (page.Phrasings.Count() < 4)
            yield return $"{page.Id}: {page.Phrasings.Count()} phrasings";
        if (sentences is < 1 || sentences > (page.Text.Contains("](tel:", StringComparison.Ordinal) ? MostWithNumbers : Most))
            yield return $"{page.Id}: {sentences} sentences";
        if (!ContentBook.Subjects.Contains(page.ReadOn))
            yield return $"{page.Id}: leads to {page.ReadOn}";
        if (page.Status is not ("draft" or "needs-lawyer" or "reviewed"))
            yield return $"{page.Id}: status {page.Status}";
        if (page.Reviewer.Length == 0)
            yield return $"{page.Id}: reviewer";
        foreach (var tone in new[] { page.Title, page.Text }.Select(PhraseWalk.Tone).OfType<string>())
            yield return $"{page.Id}: {tone}";
    }

    private static IReadOnlyList<string> TooHard(IEnumerable<ReviewedText> texts, Tongue tongue) =>
    [
        .. from text in texts
           where text.Prose.Length > 0
           let sentences = Readability.Sentences(text.Prose)
           let ease = Readability.Ease(sentences, tongue)
           let longest = sentences.MaxBy(sentence => Readability.Words(sentence).Count) ?? ""
           where ease < 50 || Readability.Words(longest).Count > 20
           select string.Create(CultureInfo.InvariantCulture, $"{text.File}: {ease:0}; {longest}"),
    ];
}
