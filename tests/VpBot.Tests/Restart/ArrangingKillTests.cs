using VpBot.Appointments;
using VpBot.Playground;

namespace VpBot.Tests.Restart;

/// <summary>
/// The process dies while a talk is brought into an advisor's own mailbox, or taken out of it: at each of our own writes, and
/// while Graph has the request. One window is named: a meeting whose answer was lost is made again, because Graph knows a meeting
/// by its own id only. The first one stands in no calendar, has no attendee, and nobody knows how to join it.
/// </summary>
public sealed class ArrangingKillTests : IAsyncLifetime
{
    private CrashingBot bot = null!;
    private KillRounds rounds = null!;
    private ArrangedTalks talks = null!;
    private int names;

    public async ValueTask InitializeAsync()
    {
        bot = await CrashingBot.StartAsync();
        (rounds, talks) = (new KillRounds(bot), new ArrangedTalks(bot));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_kill_at_any_step_of_arranging_leaves_one_event_and_one_handoff()
    {
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfOutbox,
            (name, time) => rounds.AtAsync("Consent", name, time, advisor: "amir", way: "Teams"),
            someone => someone.Visitor.AnswerAsync(someone.Before, "yes"),
            async (someone, _) =>
            {
                var orphans = await talks.StandsAsync(someone);
                // Only what is killed between Graph's answer and our commit makes a meeting twice.
                Assert.True(orphans == 0 || bot.LastStep is "before UPDATE \"Appointments\" SET" or "before INSERT INTO \"Outbox\"" or "before COMMIT", bot.LastStep);
                await rounds.CallOffAsync(someone.Visitor);
                talks.IsGone(someone, orphans);
            });
        Assert.InRange(kills, 20, 80);
    }

    [Fact]
    public async Task A_kill_at_any_step_of_taking_it_back_leaves_nothing()
    {
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfOutbox,
            async (name, time) =>
            {
                var someone = await talks.BookedAsync(rounds, name, time);
                await someone.Visitor.AnswerAsync("cancel");
                return someone with { Before = someone.Visitor.Page };
            },
            someone => someone.Visitor.AnswerAsync(someone.Before, "yes"),
            (someone, _) =>
            {
                Assert.Contains("afgezegd", someone.Visitor.Page.Title, StringComparison.Ordinal);
                talks.IsGone(someone, orphans: 0);
                return Task.CompletedTask;
            });
        Assert.InRange(kills, 4, 60);
    }

    [Fact]
    public async Task A_kill_while_Graph_has_a_request_leaves_one_event_and_makes_only_a_lost_meeting_twice()
    {
        foreach (var (method, path) in new[] { ("POST", "/onlineMeetings"), ("GET", "/onlineMeetings/"), ("POST", "/events") })
        {
            foreach (var stored in new[] { false, true })
            {
                using var someone = await rounds.AtAsync("Consent", $"Robin {++names}", 0, advisor: "amir", way: "Teams");
                KillAt(method, path, stored);
                await PressAndDieAsync(someone);
                var orphans = await talks.StandsAsync(someone);
                Assert.Equal(stored && path == "/onlineMeetings" ? 1 : 0, orphans);
                await rounds.CallOffAsync(someone.Visitor);
                talks.IsGone(someone, orphans);
            }
        }
    }

    [Fact]
    public async Task A_kill_while_Graph_takes_a_talk_back_leaves_nothing()
    {
        foreach (var (method, path) in new[] { ("POST", "/permanentDelete"), ("DELETE", "/onlineMeetings/") })
        {
            foreach (var stored in new[] { false, true })
            {
                var booked = await talks.BookedAsync(rounds, $"Robin {++names}", 0);
                await booked.Visitor.AnswerAsync("cancel");
                using var someone = booked with { Before = booked.Visitor.Page };
                KillAt(method, path, stored);
                await PressAndDieAsync(someone);
                Assert.Equal(AppointmentState.Cancelled, (await bot.AppointmentAsync(someone.Appointment)).State);
                talks.IsGone(someone, orphans: 0);
            }
        }
    }

    private void KillAt(string method, string path, bool stored)
    {
        var killed = 0;
        bot.Playground.Graph.Faults.OnReceived = request =>
            request.Method == method && request.Path.Contains(path, StringComparison.Ordinal) && Interlocked.Increment(ref killed) == 1
                ? stored ? FaultDecision.KillAfterStoring(bot.Process) : FaultDecision.KillBeforeStoring(bot.Process)
                : null;
    }

    /// <summary>Presses, and again after the restart: the answer may have died with the bot.</summary>
    private async Task PressAndDieAsync(Someone someone)
    {
        try
        {
            await someone.Visitor.AnswerAsync(someone.Before, "yes");
        }
        catch (HttpRequestException)
        {
            // The bot was faster to reach Graph than to answer the person.
        }

        await bot.DiedAsync();
        await bot.StartAgainAsync();
        await someone.Visitor.AnswerAsync(someone.Before, "yes");
        await bot.EverythingLeftAsync();
    }
}
