using System.Globalization;
using System.Net;
using System.Text;
using VpBot.Appointments;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Restart;

/// <summary>One press, over and over: each time the bot is killed one step further on, started again, and the same button pressed again.</summary>
internal sealed class KillRounds(CrashingBot bot)
{
    private const int PreparedAtOnce = 6;
    private static int names;

    /// <summary>Returns how many kills it took until a press went through unharmed.</summary>
    public async Task<int> AtEveryStepAsync(
        Steps whose, Func<string, int, Task<Someone>> prepare, Func<Someone, Task> press, Func<Someone, bool, Task> check)
    {
        var prepared = new Queue<Someone>();
        for (var step = 1; ; step++)
        {
            if (prepared.Count == 0)
            {
                var next = await Task.WhenAll(Enumerable.Range(0, PreparedAtOnce).Select(index => prepare($"Robin {Interlocked.Increment(ref names)}", index)));
                await bot.EverythingLeftAsync();
                next.ToList().ForEach(prepared.Enqueue);
            }

            using var someone = prepared.Dequeue();
            var killed = false;
            try
            {
                killed = await PressAndDieAsync(whose, step, someone, press);
                TestContext.Current.TestOutputHelper?.WriteLine(killed ? $"Killed {bot.LastStep}." : $"Unharmed after {step - 1} kills.");
                await check(someone, killed);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException(killed ? $"After a kill at step {step}, {bot.LastStep}: {fault.Message}" : $"Without a kill, at {step}: {fault.Message}", fault);
            }

            if (!killed)
            {
                foreach (var left in prepared)
                    left.Dispose();
                return step - 1;
            }
        }
    }

    /// <summary>A new visitor who has answered everything before <paramref name="step"/>.</summary>
    public async Task<Someone> AtAsync(
        string step, string name, int time, bool othersMayTakeOver = false, string advisor = "sanne", string way = "Phone")
    {
        var visitor = bot.NewVisitor();
        await visitor.BeginAsync();
        await visitor.GoToAsync("When", advisor, way, name);
        var start = DateTimeOffset.UnixEpoch;
        while (step != "When" && visitor.Page.Step == "When")
        {
            var value = visitor.Page.Values[time];
            start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(value.Split('/')[1], CultureInfo.InvariantCulture));
            await visitor.AnswerAsync(value);
        }

        if (othersMayTakeOver)
        {
            await visitor.GoToAsync("TakeOver", advisor, way, name, time);
            await visitor.AnswerAsync("Others");
        }

        await visitor.GoToAsync(step, advisor, way, name, time);
        return new Someone(name, visitor) { Before = visitor.Page, StartsAt = start };
    }

    /// <summary>A new visitor whose talk is booked, and whose page says how it stands.</summary>
    public async Task<Someone> BookedAsync(string name, int time, bool othersMayTakeOver = false)
    {
        var before = await AtAsync("Consent", name, time, othersMayTakeOver);
        var code = (await before.Visitor.AnswerAsync("yes")).Code;
        await before.Visitor.AnswerAsync("noted");
        var card = await bot.Playground.Teams.MessageAsync(bot.Playground.People.Sanne, $"the card of {name}", message => Holds(message, name));
        return before with { Code = code, Before = before.Visitor.Page, Appointment = DataOf(card)["appointment"]!.GetValue<string>() };
    }

    public static bool Holds(ChatMessage message, string name) => message.StoredCard?.ToJsonString().Contains($"\"{name}\"", StringComparison.Ordinal) == true;

    public static System.Text.Json.Nodes.JsonObject DataOf(ChatMessage card) => card.StoredCard!["refresh"]!["action"]!["data"]!.DeepClone().AsObject();

    /// <summary>What Teams stored for this person and about this name: every copy is the same, byte for byte.</summary>
    public int CopiesFor(Person advisor, string name)
    {
        var copies = bot.Playground.Connector.Received
            .Where(request => request.Method == "POST" && request.Stored && request.Person == advisor && request.Text.Contains($"\"{name}\"", StringComparison.Ordinal))
            .Select(request => Encoding.UTF8.GetString(request.Body)).ToList();
        Assert.True(copies.Distinct().Count() <= 1, "Two copies of one handoff differ.");
        return copies.Count;
    }

    /// <summary>Booked for exactly this appointment: a talk of 45 minutes with a quarter before and after.</summary>
    public async Task HasItsCellsAsync(string appointment, string advisor, bool held = false)
    {
        var cells = await bot.CellsAsync(appointment);
        Assert.Equal(5, cells.Count);
        Assert.All(cells, cell => Assert.Equal((advisor, held), (cell.Advisor, cell.HeldUntil is not null)));
        Assert.Equal(4, cells[^1].Cell - cells[0].Cell);
    }

    /// <summary>Comes back with the code, from another device, and reads how it stands.</summary>
    public async Task<string> ReadWithCodeAsync(string code)
    {
        using var again = bot.NewVisitor();
        await again.BeginAsync();
        await again.AnswerAsync("appointment");
        return (await again.AnswerAsync(code)).Title;
    }

    /// <summary>Gives the time back, so that the next round finds the same advisors free.</summary>
    public async Task CallOffAsync(RoomVisitor visitor)
    {
        await visitor.AnswerAsync("cancel");
        await visitor.AnswerAsync("yes");
        await bot.EverythingLeftAsync();
    }

    private async Task<bool> PressAndDieAsync(Steps whose, int step, Someone someone, Func<Someone, Task> press)
    {
        bot.Arm(whose, step);
        var answered = await AnsweredAsync(() => press(someone));
        var killed = whose == Steps.OfRequest ? !answered : await bot.KilledBeforeAllLeftAsync();
        if (!killed)
        {
            bot.Disarm();
            await bot.EverythingLeftAsync();
            return false;
        }

        Assert.NotEqual("", bot.LastStep);
        await bot.StartAgainAsync();
        await press(someone);
        await bot.EverythingLeftAsync();
        return true;
    }

    private async Task<bool> AnsweredAsync(Func<Task> press)
    {
        try
        {
            await press();
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or NoAnswerException)
        {
            while (bot.Process.IsRunning)
                await Task.Delay(5);
            return false;
        }
    }
}
