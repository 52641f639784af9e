using System.Text.RegularExpressions;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>
/// What somebody reads about whom something is said does not depend on whether anything is known. Which times are free does depend
/// on other talks of the same advisor: that is why those advisors are on no other route.
/// </summary>
[Collection(PromisesPlayground.Name)]
public sealed partial class AccusedTests(TalkativePlayground fixture)
{
    private PlaygroundServer Server => fixture.Server;

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_whole_conversation_of_an_accused_person_is_byte_identical_with_and_without_a_request_about_them(string tongue)
    {
        for (var attempt = 0; ; attempt++)
        {
            var quarter = Quarter();
            var before = await WalkAsync(tongue);
            Assert.Equal(before, await WalkAsync(tongue));
            var (other, card) = await Talks.BookedAsync(Server, $"Zilverreiger {Guid.NewGuid():N}"[..30], "amir");
            using var visitor = other;
            Assert.Equal("amir", card.Person.Key);
            var after = await WalkAsync(tongue);
            // As time passes, times begin too soon to be offered.
            if (quarter != Quarter() && attempt < 3)
                continue;
            Assert.Equal(before, after);
            Assert.Contains(before, page => page.Contains("joris/", StringComparison.Ordinal));
            Assert.DoesNotContain(before, page => Others().IsMatch(page));
            return;
        }
    }

    [Fact]
    public async Task Where_nobody_is_there_for_it_the_words_are_the_same_with_and_without_a_request()
    {
        var before = await NobodyAsync();
        using var other = new RoomVisitor(Server.Bot!.Address);
        await other.BeginAsync("windhoek");
        await other.GoToAsync("NoteCode", "amir", called: "Grutto");
        await other.AnswerAsync("noted");
        Assert.Equal(before, await NobodyAsync());
        Assert.Contains("088 000 00 00", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_every_other_route_the_advisors_for_accused_people_are_on_no_page()
    {
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.BeginAsync();
        for (var turns = 0; turns < 20 && visitor.Page.Step != "NoteCode"; turns++)
        {
            Assert.DoesNotContain("Joris", visitor.Page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("joris", visitor.Page.Html, StringComparison.Ordinal);
            await visitor.GoOnceAsync();
        }
    }

    /// <summary>Every page of the route as far as the last question before agreeing; leaving gives the time back.</summary>
    private async Task<IReadOnlyList<string>> WalkAsync(string tongue)
    {
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.BeginAsync(tongue: tongue);
        await visitor.GoToAsync("For");
        await visitor.AnswerAsync("Accused");
        var pages = new List<string>();
        for (var turns = 0; turns < 20 && visitor.Page.Step != "Consent"; turns++)
        {
            pages.Add(Held().Replace(Seen.WithoutToken(visitor.Page), ""));
            await visitor.GoOnceAsync("joris");
        }

        await visitor.ActAsync("leave");
        return pages;
    }

    private async Task<string> NobodyAsync()
    {
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.BeginAsync("windhoek");
        await visitor.GoToAsync("For");
        return Seen.WithoutToken(await visitor.AnswerAsync("Accused"));
    }

    private static long Quarter() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 900;

    /// <summary>Until when a time is held is counted from the press.</summary>
    [GeneratedRegex("(vast tot|for you until) [0-9:]+")]
    private static partial Regex Held();

    [GeneratedRegex("Sanne|Amir|Marijke")]
    private static partial Regex Others();
}
