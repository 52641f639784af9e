using VpBot.Language;

namespace VpBot.Tests.Languages;

/// <summary>The hour that comes twice in the autumn night.</summary>
public sealed class DutchTimeTests
{
    [Theory]
    [InlineData("nl", "02:30 in de zomertijd", "02:30 in de wintertijd")]
    [InlineData("en", "02:30 (summer time)", "02:30 (winter time)")]
    [InlineData("pl", "02:30 (czas letni)", "02:30 (czas zimowy)")]
    public void The_hour_that_comes_twice_is_told_apart_in_the_languages_own_words(string code, string first, string second)
    {
        var tongue = Tongue.All.Concat(FoundLanguages.Within).Single(tongue => tongue.Code == code);
        var moment = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2));
        Assert.Equal([first, second, "03:30"], [tongue.SayTime(moment), tongue.SayTime(moment.AddHours(1)), tongue.SayTime(moment.AddHours(2))]);
    }
}
