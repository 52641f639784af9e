using Microsoft.EntityFrameworkCore;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Room;

public sealed class SessionsOnSqliteTests() : SessionsTests(Engine.Sqlite);

public sealed class SessionsOnPostgreSqlTests() : SessionsTests(Engine.PostgreSql);

/// <summary>Two presses in one room at the same moment: both read the same session, and one of them is saved.</summary>
public abstract class SessionsTests(Engine engine) : IAsyncLifetime
{
    private static readonly Admission Noor = new("duinrand", "noor", null, "nl", "default");
    private BotInside bot = null!;

    private Sessions Sessions => bot.Get<Sessions>();

    private DateTimeOffset Later => bot.Clock.GetUtcNow().AddMinutes(30);

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(engine);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (bot is not null)
            await bot.DisposeAsync();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_two_answers_that_read_the_same_session_the_second_to_be_saved_hears_that_somebody_was_faster(bool withMore)
    {
        var (token, first) = await OpenedAsync();
        var second = (await Sessions.FindAsync(token, TestContext.Current.CancellationToken))!;
        await SaveAsync(new SessionChange.WentOn(first, [1], Later));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(new SessionChange.WentOn(second, [2], Later), withMore));
        await IsAsync(token, [1], 1);
        // Read again, it goes on from there.
        await SaveAsync(new SessionChange.WentOn((await Sessions.FindAsync(token, TestContext.Current.CancellationToken))!, [3], Later), withMore);
        await IsAsync(token, [3], 2);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_leaves_a_room_that_went_on_meanwhile_hears_so_and_an_answer_to_a_room_that_ended_saves_nothing(bool withMore)
    {
        var (token, first) = await OpenedAsync();
        var second = (await Sessions.FindAsync(token, TestContext.Current.CancellationToken))!;
        await SaveAsync(new SessionChange.WentOn(first, [1], Later));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(new SessionChange.Ended(second), withMore));
        await IsAsync(token, [1], 1);
        var (ending, answering) = (await Sessions.FindAsync(token, TestContext.Current.CancellationToken), await Sessions.FindAsync(token, TestContext.Current.CancellationToken));
        await SaveAsync(new SessionChange.Ended(ending!));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(new SessionChange.WentOn(answering!, [2], Later), withMore));
        Assert.Null(await Sessions.FindAsync(token, TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_two_devices_that_open_one_ticket_at_once_one_has_a_room(bool withMore)
    {
        var ticket = SecretToken.Read((await bot.TicketAsync(Noor)).Fragment[1..])!.Value;
        var (one, other) = (await bot.Get<Tickets>().FindAsync(ticket, TestContext.Current.CancellationToken), await bot.Get<Tickets>().FindAsync(ticket, TestContext.Current.CancellationToken));
        var (first, second) = (SecretToken.New(), SecretToken.New());
        await SaveAsync(new SessionChange.Opened(New(first), one!.Value.Row));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(new SessionChange.Opened(New(second), other!.Value.Row), withMore));
        await IsAsync(first, [0], 0);
        Assert.Null(await Sessions.FindAsync(second, TestContext.Current.CancellationToken));
    }

    private async Task<(SecretToken Token, SessionRow Row)> OpenedAsync()
    {
        var token = SecretToken.New();
        await SaveAsync(new SessionChange.Opened(New(token), null));
        return (token, (await Sessions.FindAsync(token, TestContext.Current.CancellationToken))!);
    }

    private SessionRow New(SecretToken token) => new() { TokenHash = token.Hash(), Employer = "duinrand", Sealed = [0], Revision = 0, ForgetAt = Later };

    /// <param name="withMore">The turn changes something else too, so that all of it is saved in one transaction.</param>
    private async Task SaveAsync(SessionChange change, bool withMore = false)
    {
        await using var db = bot.Open();
        if (withMore)
            db.Add(new TicketRow { Hash = SecretToken.New().Hash(), Employer = "duinrand", Sealed = [], ForgetAt = Later });
        await Sessions.SaveAsync(db, change, TestContext.Current.CancellationToken);
    }

    private async Task IsAsync(SecretToken token, byte[] content, int revision)
    {
        var row = (await Sessions.FindAsync(token, TestContext.Current.CancellationToken))!;
        Assert.Equal((content[0], revision), (row.Sealed[0], row.Revision));
    }
}
