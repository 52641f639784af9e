using VpBot.Appointments;
using VpBot.Messages;
using VpBot.Tests.Support;

namespace VpBot.Tests.Messages;

public sealed class MessagesAtOnceOnSqliteTests() : MessagesAtOnceTests(Engine.Sqlite);

public sealed class MessagesAtOnceOnPostgreSqlTests() : MessagesAtOnceTests(Engine.PostgreSql);

/// <summary>Both sides press at the same moment.</summary>
public abstract class MessagesAtOnceTests(Engine engine)
{
    [Fact]
    public async Task Who_writes_while_the_other_calls_off_is_told_and_nothing_stays_of_it()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync(engine);
        await TalkWithSanne.WriteAsync(talk.Employee, "Tot morgen.");
        await talk.Desk.AnswerAsync("messages");
        await talk.Desk.AnswerAsync("write");
        await talk.Desk.AnswerAsync("Tot dan.");
        await talk.Employee.AnswerAsync("cancel");
        await Task.WhenAll(talk.Desk.AnswerAsync("yes"), talk.Employee.AnswerAsync("yes"));

        Assert.Contains("afgezegd", talk.Employee.Page.Title, StringComparison.Ordinal);
        Assert.Equal(AppointmentState.Cancelled, (await talk.RowAsync()).State);
        Assert.Equal(0, await talk.CountAsync<CorrespondenceRow>());
        await talk.Desk.AnswerAsync("refresh");
        Assert.Contains("Hier kun je nu geen berichten schrijven", talk.Desk.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_write_and_read_at_once_and_nothing_is_lost()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync(engine);
        foreach (var (visitor, text) in new[] { (talk.Employee, "Van mij."), (talk.Desk, "Van Sanne.") })
        {
            await visitor.AnswerAsync("messages");
            await visitor.AnswerAsync("write");
            await visitor.AnswerAsync(text);
        }

        using var looking = new RoomVisitor(talk.Bot.Address);
        await talk.EnterAsync(looking, "sanne");
        await looking.AnswerAsync((await talk.RowAsync()).Id);
        await Task.WhenAll(talk.Employee.AnswerAsync("yes"), talk.Desk.AnswerAsync("yes"), looking.AnswerAsync("messages"));

        await talk.Employee.AnswerAsync("refresh");
        Assert.Equal(["Van Sanne.", "Van mij."], Seen.Lines(talk.Employee.Page).Select(line => line.Text).OrderBy(text => text.Length * -1));
    }

    [Fact]
    public async Task A_double_press_sends_one_message()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync(engine);
        await talk.Employee.AnswerAsync("messages");
        await talk.Employee.AnswerAsync("write");
        var sure = await talk.Employee.AnswerAsync("Eén keer.");
        using var double_ = new RoomVisitor(talk.Bot.Address);
        await Task.WhenAll(talk.Employee.AnswerAsync(sure, "yes"), double_.AnswerAsync(sure, "yes"));
        await talk.Employee.AnswerAsync("refresh");
        Assert.Single(Seen.Lines(talk.Employee.Page));
    }
}
