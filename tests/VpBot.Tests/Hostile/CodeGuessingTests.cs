using Microsoft.EntityFrameworkCore;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Hostile;

/// <summary>Many guess return codes, from many addresses. Each address is slowed down; somebody with a code of their own comes in.</summary>
public sealed class CodeGuessingTests
{
    private const int Addresses = 40, GuessesEach = 25;

    [Fact]
    public async Task Guessing_is_slowed_down_at_each_address_and_an_honest_person_comes_in_all_the_while()
    {
        await using var bot = await BotInside.StartAsync(settings: new() { ["Running:TrustedProxies"] = "1" }, listen: true);
        using var honest = new RoomVisitor(bot.Address) { From = "203.0.113.1" };
        await honest.BeginAsync();
        var code = (await honest.GoToAsync("NoteCode")).Code!;

        await Parallel.ForEachAsync(Enumerable.Range(0, Addresses), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (address, _) =>
        {
            using var guesser = new RoomVisitor(bot.Address) { From = $"198.51.100.{address}" };
            var wrong = await AskForCodeAsync(guesser);
            for (var guess = 0; guess < GuessesEach; guess++)
                wrong = await guesser.AnswerAsync($"2222-22{address / 8 + 2}{address % 8 + 2}-22{guess / 8 + 2}{guess % 8 + 2}");
            // By now even the right code says what a wrong one says: nothing can be learnt here.
            Assert.Equal("Code", (await guesser.AnswerAsync(code)).Step);
            Assert.Equal(wrong.Title, guesser.Page.Title);
        });

        await AskForCodeAsync(honest);
        Assert.NotEqual("Code", (await honest.AnswerAsync(code)).Step);
        await using var db = bot.Open();
        // One room for each guesser, and the two of the honest person: a guess leaves nothing.
        Assert.Equal(Addresses + 2, await db.Set<SessionRow>().CountAsync());
    }

    private static async Task<RoomPageSeen> AskForCodeAsync(RoomVisitor visitor)
    {
        await visitor.BeginAsync();
        Assert.Equal("Code", (await visitor.AnswerAsync("appointment")).Step);
        return visitor.Page;
    }
}
