using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Leaving;
using VpBot.Profiles;
using VpBot.Register;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Employers;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Leaving;

public sealed class EmployerForgettingOnSqliteTests(ITestOutputHelper output) : EmployerForgettingTests(Engine.Sqlite, output);

public sealed class EmployerForgettingOnPostgreSqlTests(ITestOutputHelper output) : EmployerForgettingTests(Engine.PostgreSql, output);

/// <summary>An employer who leaves is forgotten: proven by reading everything that the database holds, on either engine.</summary>
public abstract class EmployerForgettingTests(Engine engine, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Person = "7e11ab1e7e11ab1e7e11ab1e7e11ab1e";
    private const string Tenant = "61000000-0000-4000-8000-000000000061";

    private readonly EmployerFolder folder = new();
    private BotInside bot = null!;

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(engine, settings: folder.Settings, listen: true);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (bot is not null)
            await bot.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Nothing_of_an_employer_who_left_is_in_the_database()
    {
        await FillAsync();
        var traces = await TracesAsync();
        var before = await DatabaseBytes.OfAsync(bot.Data, engine);
        Assert.All(traces, trace => Assert.True(DatabaseBytes.Holds(before, trace), "What should be forgotten was never there."));

        Leave();
        await bot.ForgetAsync();
        await SendAsync();
        await ADayLaterAsync();
        Assert.True(await bot.ForgetAsync() > 0);
        await SendAsync();
        await bot.ForgetAsync();

        var after = await DatabaseBytes.OfAsync(bot.Data, engine);
        var left = traces.Count(trace => DatabaseBytes.Holds(after, trace));
        output.WriteLine($"{engine}: {traces.Count} traces, {before.Length} bytes read before, {after.Length} after, {left} traces left");
        Assert.Equal(0, left);
        await using var db = bot.Open();
        Assert.True(await db.Set<AppointmentRow>().AnyAsync(row => row.Employer == "duinrand"), "Another employer's talk went too.");
    }

    [Fact]
    public async Task The_doors_close_at_once_and_a_mistake_can_be_taken_back()
    {
        await FillAsync();
        Leave();
        await bot.ForgetAsync();

        var directory = bot.Get<EmployerDirectory>();
        Assert.False(directory.IsOnContract(Tenant));
        Assert.Null(directory.AdvisorOf(Tenant, "61000000-0000-4000-8000-0000000000b1"));
        using var visitor = new RoomVisitor(bot.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.BeginAsync("haven")).Status);
        Assert.Contains("088 000 00 00", visitor.Page.Text, StringComparison.Ordinal);
        await using (var db = bot.Open())
            Assert.Equal(2, await db.Set<AppointmentRow>().CountAsync(row => row.Employer == "haven"));

        folder.Write("haven", EmployerFolder.Haven);
        bot.Get<EmployerFollowing>().Look();
        bot.Clock.Pass(TimeSpan.FromDays(2));
        await bot.ForgetAsync();
        await using (var db = bot.Open())
            Assert.Equal(2, await db.Set<AppointmentRow>().CountAsync(row => row.Employer == "haven"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.BeginAsync("haven")).Status);
    }

    [Fact]
    public async Task An_advisor_whom_somebody_waits_for_hears_that_they_must_call()
    {
        await FillAsync();
        // The worker would carry it within a moment; here it is looked at first.
        await bot.StopOutboxAsync();
        Leave();
        await bot.ForgetAsync();

        await using var db = bot.Open();
        var call = Assert.Single(await db.Set<OutboxRow>().Where(row => row.Kind == "employer-leaves").ToListAsync());
        Assert.Equal("sanne", bot.Get<Outbox>().Open(call, LeavingJson.Default.LeavingCall)!.Advisor);
    }

    [Fact]
    public async Task A_meeting_that_was_to_come_is_undone_in_the_advisors_mailbox()
    {
        await FillAsync();
        await bot.StopOutboxAsync();
        await using (var db = bot.Open())
        {
            var talk = await db.Set<AppointmentRow>().SingleAsync(row => row.Employer == "haven" && row.Advisor == "sanne");
            bot.Get<TalkDepartures>().Keep(talk, new Arrangement { Event = "event-1", Meeting = "meeting-1" });
            await db.SaveChangesAsync();
        }

        Leave();
        await bot.ForgetAsync();
        await ADayLaterAsync();
        await bot.ForgetAsync();
        await using var after = bot.Open();
        var step = Assert.Single(await after.Set<OutboxRow>().Where(row => row.Kind == TalkDepartures.UndoKind).ToListAsync());
        Assert.Equal(new ArrangeUndo("sanne", "meeting-1", "event-1"), bot.Get<Outbox>().Open(step, AppointmentsJson.Default.ArrangeUndo));
    }

    private void Leave()
    {
        folder.Remove("haven");
        bot.Get<EmployerFollowing>().Look();
        Assert.True(bot.Get<EmployerDirectory>().Leaving.ContainsKey("haven"));
    }

    /// <summary>The statement stood for a day, and was read every minute.</summary>
    private async Task ADayLaterAsync()
    {
        var since = bot.Clock.GetUtcNow() - TimeSpan.FromDays(1);
        await using var db = bot.Open();
        await db.Set<LeavingRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Since, since));
    }

    /// <summary>A talk with each advisor, one at another employer, a session, counts, and what the internal advisor set.</summary>
    private async Task FillAsync()
    {
        await BookAsync("haven", "sanne");
        await BookAsync("haven", "fenna");
        await BookAsync("duinrand", "sanne", time: 5);
        using var staying = new RoomVisitor(bot.Address);
        await staying.BeginAsync("haven");
        await using var db = bot.Open();
        await bot.Get<OwnChoicesBook>().SetAsync(db, "fenna", new OwnChoices { MostPerDay = 2 }, 0);
        await bot.Get<AdvisorConversations>().KeepAsync(db, bot.Get<EmployerDirectory>().Advisor("fenna")!, new("https://smba.example", "19:fenna", "29:fenna"), CancellationToken.None);
        await bot.Get<YearBook>().CountAsync(db, "haven", Side.Internal, new(Matter.Bullying, Met.Phone, Followed.OnlyTalk, Result.Ongoing));
        await db.SaveChangesAsync();
        await SendAsync();
    }

    private async Task BookAsync(string employer, string advisor, int time = 0)
    {
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.EnterAsync(await bot.TicketAsync(new Admission(employer, $"{Person}{employer}", null, "nl", "default")));

        await visitor.GoToAsync("NoteCode", advisor, time: time);
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync("aangekomen");
    }

    private Task SendAsync() => BotInside.UntilAsync("an empty outbox", async () =>
    {
        await using var db = bot.Open();
        return !await db.Set<OutboxRow>().AnyAsync();
    });

    /// <summary>What names it, and a piece out of the middle of everything sealed.</summary>
    private async Task<List<byte[]>> TracesAsync()
    {
        await using var db = bot.Open();
        var talks = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.Employer == "haven").ToListAsync();
        return
        [
            Encoding.ASCII.GetBytes($"{Person}haven"),
            .. talks.SelectMany(row => new[] { Encoding.ASCII.GetBytes(row.Id), row.CodeHash, row.Sealed[64..96] }),
            .. (await db.Set<SessionRow>().AsNoTracking().Where(row => row.Employer == "haven").ToListAsync()).Select(row => row.Sealed[64..96]),
            (await db.Set<OwnChoicesRow>().AsNoTracking().SingleAsync()).Sealed[64..96],
            (await db.Set<AdvisorConversationRow>().AsNoTracking().SingleAsync()).Sealed[64..96],
            (await db.Set<RegisterRow>().AsNoTracking().SingleAsync()).Sealed[64..96],
        ];
    }
}
