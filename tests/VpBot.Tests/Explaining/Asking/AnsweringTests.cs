using System.Diagnostics;
using VpBot.Explaining.Asking;
using VpBot.Language;

namespace VpBot.Tests.Explaining.Asking;

/// <summary>How well questions are answered, on those that were used to tune and on those that were held apart.</summary>
public sealed class AnsweringTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("nl", 0.86, 0.93, 0.1)]
    [InlineData("en", 0.84, 0.94, 0.1)]
    public void Questions_that_were_held_apart_are_answered_well_enough(string language, double first, double amongThree, double wronglySure)
    {
        var measured = Of("held-apart", language);

        Assert.InRange(measured.FirstRate, first, 1);
        Assert.InRange(measured.ThreeRate, amongThree, 1);
        Assert.InRange(measured.WronglySureRate, 0, wronglySure);
        Assert.InRange(measured.OffRate, 0, 0.2);
    }

    [Theory]
    [InlineData("tuning", "nl", 0.92)]
    [InlineData("tuning", "en", 0.9)]
    [InlineData("tuning-more", "nl", 0.92)]
    [InlineData("tuning-more", "en", 0.84)]
    public void Questions_that_were_used_to_tune_are_answered_well(string set, string language, double first)
    {
        var measured = Of(set, language);

        Assert.InRange(measured.FirstRate, first, 1);
        Assert.InRange(measured.ThreeRate, 0.94, 1);
        Assert.InRange(measured.WronglySureRate, 0, 0.1);
        Assert.InRange(measured.DangerRate, 0.9, 1);
    }

    /// <summary>Written by somebody who had seen the titles of the answers and nothing else. Nothing was tuned on it but, afterwards, the English signs of danger.</summary>
    [Theory]
    [InlineData("nl", 0.78, 0.88, 0.05, 0.95)]
    [InlineData("en", 0.5, 0.7, 0.2, 0.9)]
    public void Questions_of_somebody_who_saw_no_answer_are_answered_well_enough(string language, double first, double amongThree, double wronglySure, double danger)
    {
        var measured = Of("second", language);

        Assert.InRange(measured.FirstRate, first, 1);
        Assert.InRange(measured.ThreeRate, amongThree, 1);
        Assert.InRange(measured.WronglySureRate, 0, wronglySure);
        Assert.InRange(measured.DangerRate, danger, 1);
    }

    [Theory]
    [InlineData("held-apart", "nl")]
    [InlineData("held-apart", "en")]
    [InlineData("tuning", "nl")]
    [InlineData("tuning", "en")]
    public void Help_stands_on_top_of_everything_that_may_be_about_danger(string set, string language)
    {
        var measured = Of(set, language);

        Assert.Equal(measured.Danger, measured.DangerShown);
        Assert.InRange(measured.HelpTooMuch, 0, 4);
    }

    [Fact]
    public void A_set_in_which_everything_is_danger_and_nothing_is_answered_is_found()
    {
        var measured = TypedQuestions.Measure([new(["costs"], "blauw"), new(["danger"], "blauw"), new(["off"], "wat kost een gesprek")], Tongue.Dutch);

        Assert.Equal((0, 0, 1), (measured.First, measured.DangerShown, measured.OffAnswered));
    }

    [Theory]
    [InlineData("zwijgplicht", "secrecy-law")]
    [InlineData("kan ik anoniem blijven", "staying-unnamed")]
    [InlineData("mijn baas zit aan me", "sexual-harassment")]
    [InlineData("klachtenprocedure", "complaint-steps")]
    [InlineData("vertrouwenspersoonsgesprek kosten", "costs")]
    [InlineData("afspraak anuleren", "moving-or-cancelling")]
    [InlineData("CAN I STAY ANONYMOUS???", "staying-unnamed")]
    public void A_question_is_found_in_everyday_words_with_errors_and_in_another_language(string question, string expected) =>
        Assert.Contains(expected, TypedQuestions.Shown(Answering.To(question, Tongue.Dutch)));

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("👩‍💻👩‍💻")]
    [InlineData("\u0000\u202e\ud800")]
    [InlineData("ما هو المستشار السري؟")]
    [InlineData("什么是保密顾问")]
    public void Whatever_is_typed_gets_a_calm_answer(string question) => Assert.Null(Answering.To(question, Tongue.Dutch).Best);

    [Fact]
    public void No_question_takes_long()
    {
        var longest = TimeSpan.Zero;
        _ = Answering.To("warm", Tongue.Dutch);
        foreach (var question in new[] { new string('a', 300), string.Concat(Enumerable.Repeat("e1", 150)), string.Concat(Enumerable.Repeat("a ", 150)), string.Concat(Enumerable.Repeat("vertrouw", 37)), new string('\'', 300), string.Concat(Enumerable.Repeat("klachten ", 33)) })
        {
            var start = Stopwatch.GetTimestamp();
            _ = Answering.To(question, Tongue.Dutch);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }

        output.WriteLine($"The longest took {longest.TotalMilliseconds} ms.");
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private Measured Of(string set, string language)
    {
        var measured = TypedQuestions.Measure(TypedQuestions.Read(set, Tongue.Of(language)), Tongue.Of(language));
        output.WriteLine($"{set} {language}: {measured}");
        return measured;
    }
}
