using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Aftercare.Nudges;
using VpBot.Messages;
using VpBot.Tests.Support;

namespace VpBot.Tests.Messages;

public sealed class ForgottenMessagesOnSqliteTests() : ForgottenMessagesTests(Engine.Sqlite);

public sealed class ForgottenMessagesOnPostgreSqlTests() : ForgottenMessagesTests(Engine.PostgreSql);

/// <summary>What was written, what was answered and where somebody is reached go with the talk: proven by reading everything that the database holds.</summary>
public abstract class ForgottenMessagesTests(Engine engine)
{
    private const string Words = "Zeer bijzondere woorden";

    [Theory]
    [InlineData("forget")]
    [InlineData("cancel")]
    [InlineData("passed on")]
    [InlineData("the clock")]
    public async Task Nothing_of_it_is_left_in_the_database(string how)
    {
        await using var talk = await TalkWithSanne.AcceptedAsync(engine);
        await TalkWithSanne.WriteAsync(talk.Employee, Words);
        await TalkWithSanne.WriteAsync(talk.Desk, Words);
        await talk.Employee.AnswerAsync("nudge");
        await talk.Employee.AnswerAsync(nameof(NudgeMoment.Noon));
        await talk.Employee.AnswerAsync("yes");
        await talk.Employee.AnswerAsync("aftercare");
        await talk.Employee.AnswerAsync("1");
        await talk.ChangeAsync(row => talk.Bot.Get<VpBot.Aftercare.AftercareBook>().Answer(row, new(VpBot.Aftercare.AftercareAnswer.Enough, new(Words))));
        var traces = await TracesAsync(talk);
        Assert.Equal(3, traces.Count);
        var before = await DatabaseBytes.OfAsync(talk.Bot.Data, engine);
        Assert.All(traces, trace => Assert.True(DatabaseBytes.Holds(before, trace), "What should be forgotten was never there."));
        Assert.False(DatabaseBytes.Holds(before, Encoding.UTF8.GetBytes(Words)), "It can be read as it was typed.");

        await EndAsync(talk, how);
        if (how != "the clock")
            Assert.Equal(0, await talk.CountAsync<CorrespondenceRow>());
        await talk.Employee.ActAsync("leave");
        await MessagesTests.EmptyOutboxAsync(talk.Bot);
        await talk.Bot.ForgetAsync();

        var after = await DatabaseBytes.OfAsync(talk.Bot.Data, engine);
        // Who asked for a nudge hears of it when the talk is passed on.
        var gone = how == "passed on" ? traces.Take(2) : traces;
        Assert.All(gone, trace => Assert.False(DatabaseBytes.Holds(after, trace), $"After \"{how}\" it is still there."));
        Assert.Equal(how == "passed on" ? 1 : 0, await talk.CountAsync<NudgeRow>());
    }

    private static async Task EndAsync(TalkWithSanne talk, string how)
    {
        switch (how)
        {
            case "passed on":
                await talk.Desk.AnswerAsync("handoff.passOn");
                await talk.Desk.AnswerAsync("RatherNot");
                break;
            case "the clock":
                await talk.Bot.ForgetAsync();
                Assert.Equal(1, await talk.CountAsync<CorrespondenceRow>());
                talk.Bot.Clock.Pass(TimeSpan.FromDays(60));
                await talk.Bot.ForgetAsync();
                break;
            default:
                await talk.Employee.AnswerAsync(how);
                await talk.Employee.AnswerAsync("yes");
                break;
        }
    }

    /// <summary>A piece out of the middle of everything sealed: the messages, the answer, the address.</summary>
    private static async Task<List<byte[]>> TracesAsync(TalkWithSanne talk)
    {
        await using var db = talk.Bot.Open();
        return
        [
            (await db.Set<CorrespondenceRow>().AsNoTracking().SingleAsync()).Sealed[64..96],
            (await talk.RowAsync()).AftercareAnswer![64..96],
            (await db.Set<NudgeRow>().AsNoTracking().SingleAsync()).Sealed[64..96],
        ];
    }
}
