using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;
using VpBot.Storage.Direct;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;
using Engine = VpBot.Tests.Support.Engine;

namespace VpBot.Tests.Appointments;

public sealed class HeldTimeOnSqliteTests() : HeldTimeTests(Engine.Sqlite);

public sealed class HeldTimeOnPostgreSqlTests() : HeldTimeTests(Engine.PostgreSql);

/// <summary>The plain statements about an advisor's time, on each engine: what is taken, and how long a chosen time is held.</summary>
public abstract class HeldTimeTests(Engine engine) : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly DateTimeOffset now = new ManualClock().GetUtcNow();
    private readonly TestDatabase database = new(engine);
    private readonly Advisor sanne = Template.ReadDirectory().Advisor("sanne")!;
    private readonly Advisor amir = Template.ReadDirectory().Advisor("amir")!;
    private IEngine direct = null!;
    private GroupCommit commits = null!;
    private Holds holds = null!;

    public async ValueTask InitializeAsync()
    {
        direct = engine == Engine.Sqlite ? new SqliteEngine($"{database.Connection};Pooling=False") : new PostgreSqlEngine(database.Connection);
        commits = new GroupCommit(direct);
        holds = new Holds(direct, commits);
        await using var db = database.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await commits.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_hold_is_prolonged_in_every_quarter_of_its_talk_and_in_no_other_talk()
    {
        await TakeAsync("mine", sanne, now + Hour, heldUntil: now.AddMinutes(2));
        await TakeAsync("other", amir, now + Hour, heldUntil: now.AddMinutes(3));
        await TakeAsync("booked", sanne, now + (4 * Hour), heldUntil: null);

        Assert.Equal(now.AddMinutes(10), await ProlongAsync("mine", now.AddMinutes(10)));
        Assert.Null(await ProlongAsync("booked", now.AddMinutes(10)));

        Assert.Equal([now.AddMinutes(10)], await HeldUntilAsync("mine"));
        Assert.Equal([now.AddMinutes(3)], await HeldUntilAsync("other"));
        Assert.Equal([null], await HeldUntilAsync("booked"));
    }

    [Fact]
    public async Task A_hold_is_never_made_shorter_and_what_is_less_than_a_second_longer_is_not_written()
    {
        await TakeAsync("mine", sanne, now + Hour, heldUntil: now.AddMinutes(9));
        foreach (var until in new[] { now.AddMinutes(2), now.AddMinutes(9), now.AddMinutes(9).AddMilliseconds(999) })
            Assert.Equal(now.AddMinutes(9), await ProlongAsync("mine", until));
        Assert.Equal([now.AddMinutes(9)], await HeldUntilAsync("mine"));
        Assert.Equal(now.AddMinutes(9).AddSeconds(1), await ProlongAsync("mine", now.AddMinutes(9).AddSeconds(1)));
        Assert.Equal([now.AddMinutes(9).AddSeconds(1)], await HeldUntilAsync("mine"));
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_not_taken_back_and_neither_is_one_that_somebody_took_over()
    {
        await TakeAsync("late", sanne, now + Hour, heldUntil: now.AddMilliseconds(-1));
        Assert.Null(await ProlongAsync("late", now.AddMinutes(10)));
        Assert.Equal([now.AddMilliseconds(-1)], await HeldUntilAsync("late"));

        await TakeAsync("quick", sanne, now + Hour, heldUntil: now.AddMinutes(10));
        Assert.Null(await ProlongAsync("late", now.AddMinutes(10)));
        Assert.Equal([now.AddMinutes(10)], await HeldUntilAsync("quick"));
    }

    [Fact]
    public async Task What_this_turn_took_or_let_go_counts_although_it_is_not_saved_yet()
    {
        await using var db = database.Open();
        Assert.True(await TimeCellsOf.TakeAsync(db, "mine", sanne, Talk(now + Hour), now.AddMinutes(10), now));
        Assert.Equal(now.AddMinutes(10), await holds.ProlongAsync(db, "mine", now.AddMinutes(10), now));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await TimeCellsOf.LetGoAsync(db, "mine");
        Assert.Null(await holds.ProlongAsync(db, "mine", now.AddMinutes(20), now));
        Assert.Equal([now.AddMinutes(10)], await HeldUntilAsync("mine"));
    }

    [Fact]
    public async Task Taken_is_what_was_booked_or_is_held_with_this_advisor_since_this_morning_each_talk_once()
    {
        var morning = new DateTimeOffset(2027, 1, 10, 23, 0, 0, TimeSpan.Zero);
        await TakeAsync("booked", sanne, now + Hour, heldUntil: null);
        await TakeAsync("held", sanne, now + (3 * Hour), heldUntil: now.AddMilliseconds(1));
        await TakeAsync("mine", sanne, now + (5 * Hour), heldUntil: null);
        await TakeAsync("this morning", sanne, morning, heldUntil: null);
        await TakeAsync("yesterday", sanne, morning - (2 * Hour), heldUntil: null);
        await TakeAsync("ran out", sanne, now + (7 * Hour), heldUntil: now);
        await TakeAsync("with somebody else", amir, now + (9 * Hour), heldUntil: null);

        var calendar = new BuiltInCalendar(direct);
        var (taken, own) = await calendar.TakenAsync(sanne, "mine", now);
        Assert.Equal([Talk(morning), Talk(now + Hour), Talk(now + (3 * Hour))], taken.OrderBy(slot => slot.Start));
        Assert.Equal([Talk(now + (5 * Hour))], own);

        (taken, own) = await calendar.TakenAsync(sanne, insteadOf: null, now);
        Assert.Equal(4, taken.Count);
        Assert.Empty(own);
    }

    private static Slot Talk(DateTimeOffset start) => new(start, TimeSpan.FromMinutes(45));

    private async Task TakeAsync(string talk, Advisor advisor, DateTimeOffset start, DateTimeOffset? heldUntil)
    {
        await using var db = database.Open();
        Assert.True(await TimeCellsOf.TakeAsync(db, talk, advisor, Talk(start), heldUntil, now));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<DateTimeOffset?> ProlongAsync(string talk, DateTimeOffset until)
    {
        await using var db = database.Open();
        return await holds.ProlongAsync(db, talk, until, now);
    }

    private async Task<List<DateTimeOffset?>> HeldUntilAsync(string talk)
    {
        await using var db = database.Open();
        return await db.Set<TimeCellRow>().Where(cell => cell.Appointment == talk).Select(cell => cell.HeldUntil).Distinct().ToListAsync(TestContext.Current.CancellationToken);
    }
}
