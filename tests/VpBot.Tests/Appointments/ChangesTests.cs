using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Watching;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Appointments;

/// <summary>What the advisor's side does to a talk, inside the program: their own calendar, passing on, a reminder.</summary>
public sealed class ChangesTests : IAsyncLifetime
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(45);
    private BotInside bot = null!;

    // Thursday 14 January 2027, 11:15 in Amsterdam: amir and sanne are both open.
    private static DateTimeOffset Begin { get; } = new(2027, 1, 14, 10, 15, 0, TimeSpan.Zero);

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task An_entry_at_another_time_is_a_proposal_and_the_time_is_held_for_the_employee()
    {
        await BookAsync("a", "amir");
        await SeeAsync("a", Begin.AddDays(5));

        var row = await RowAsync("a");
        Assert.Equal((AppointmentState.Proposed, Begin, Begin.AddDays(5)), (row.State, row.StartsAt, row.ProposedAt));
        Assert.Equal([Begin.AddDays(5)], await StartsAsync("a"));
    }

    [Fact]
    public async Task An_entry_that_comes_back_leaves_nothing_to_decide()
    {
        await BookAsync("a", "amir");
        await SeeAsync("a", Begin.AddDays(5));
        await SeeAsync("a", Begin);

        var row = await RowAsync("a");
        Assert.Equal((AppointmentState.Seen, (DateTimeOffset?)null), (row.State, row.ProposedAt));
        Assert.Equal([Begin], await StartsAsync("a"));
    }

    [Fact]
    public async Task An_entry_dragged_onto_another_talk_means_that_the_advisor_cannot()
    {
        await BookAsync("a", "amir");
        await BookAsync("b", "amir", Begin.AddDays(5));
        await SeeAsync("a", Begin.AddDays(5).AddMinutes(15));

        Assert.Equal(AppointmentState.NeedsChoice, (await RowAsync("a")).State);
        Assert.Empty(await StartsAsync("a"));
        Assert.Equal([Begin.AddDays(5)], await StartsAsync("b"));
    }

    [Fact]
    public async Task An_entry_dragged_onto_a_time_that_someone_is_choosing_is_looked_at_again_later()
    {
        await BookAsync("a", "amir");
        await DoAsync((db, book) => book.HoldAsync(db, "b", Advisor("amir"), new Slot(Begin.AddDays(5), Length)));
        await SeeAsync("a", Begin.AddDays(5));
        Assert.Equal(AppointmentState.Delivered, (await RowAsync("a")).State);

        bot.Clock.Pass(TimeSpan.FromMinutes(11));
        await SeeAsync("a", Begin.AddDays(5));
        Assert.Equal(AppointmentState.Proposed, (await RowAsync("a")).State);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(null)]
    public async Task An_entry_that_is_gone_or_lies_in_the_past_goes_to_whom_the_employee_agreed_to(int? days)
    {
        await BookAsync("a", "amir", agreed: ["sanne"]);
        await SeeAsync("a", days is { } by ? Begin.AddDays(by) : null);

        var row = await RowAsync("a");
        Assert.Equal(("sanne", AppointmentState.Sending, 2), (row.Advisor, row.State, row.Round));
    }

    [Fact]
    public async Task A_longer_entry_takes_its_time_and_asks_nothing()
    {
        await BookAsync("a", "amir");
        await DoAsync(async (db, _) => await bot.Get<IOutsideChanges>().SeenAsync(db, await RowAsync("a", db), new("e", new Slot(Begin, TimeSpan.FromMinutes(60)))));

        var row = await RowAsync("a");
        Assert.Equal((AppointmentState.Delivered, 60), (row.State, row.Minutes));
    }

    [Fact]
    public async Task A_talk_that_has_begun_or_was_called_off_is_not_changed_by_a_calendar()
    {
        await BookAsync("a", "amir");
        await DoAsync(async (db, _) => await bot.Get<TalkChanges>().CancelAsync(db, await RowAsync("a", db)));
        await SeeAsync("a", null);
        Assert.Equal(AppointmentState.Cancelled, (await RowAsync("a")).State);
    }

    [Fact]
    public async Task Nobody_is_passed_a_talk_on_a_day_that_is_full()
    {
        for (var talk = 0; talk < 6; talk++)
            await BookAsync($"full-{talk}", "sanne", new DateTimeOffset(2027, 1, 14, 12, 0, 0, TimeSpan.Zero).AddMinutes(75 * talk));
        await BookAsync("a", "amir", agreed: ["sanne"]);
        await SeeAsync("a", null);

        Assert.Equal((AppointmentState.NeedsChoice, "amir"), ((await RowAsync("a")).State, (await RowAsync("a")).Advisor));
    }

    [Fact]
    public async Task An_advisor_with_a_mailbox_is_passed_a_talk_only_after_their_calendar_was_asked()
    {
        await BookAsync("a", "sanne", agreed: ["amir"]);
        await DoAsync(async (db, _) => await bot.Get<TalkChanges>().PassOnAsync(db, await RowAsync("a", db), Employer, AppointmentState.NeedsChoice));

        await using var db = bot.Open();
        var step = await db.Set<OutboxRow>().SingleAsync(row => row.Kind == TalkDepartures.ArrangeKind);
        Assert.Equal("a/2/Check", step.Id);
    }

    [Fact]
    public async Task A_reminder_is_written_once_and_dies_with_the_appointment()
    {
        await BookAsync("a", "sanne");
        await BookAsync("b", "sanne", Begin.AddDays(4));
        Assert.All([await RowAsync("a"), await RowAsync("b")], row => Assert.Equal(bot.Clock.GetUtcNow().AddHours(12), row.RemindAt));
        await DoAsync(async (db, _) => await bot.Get<TalkChanges>().CancelAsync(db, await RowAsync("b", db)));
        bot.Clock.Pass(TimeSpan.FromHours(12));

        await bot.StartAsync<Reminders>();
        await BotInside.UntilAsync("the reminder", async () => (await RemindersAsync()).Count == 1);

        Assert.Equal(["a/1/remind"], await RemindersAsync());
        Assert.Null((await RowAsync("a")).RemindAt);
        Assert.Null((await RowAsync("b")).RemindAt);
    }

    [Fact]
    public async Task Who_said_yes_is_not_reminded()
    {
        await BookAsync("a", "sanne");
        await DoAsync(async (db, book) => book.Accept(await RowAsync("a", db)));
        Assert.Null((await RowAsync("a")).RemindAt);
    }

    [Fact]
    public async Task Of_a_talk_that_was_called_off_we_keep_the_reference_and_no_word_or_number()
    {
        await BookAsync("a", "sanne", lines: [new("Telefoon", new Confidential("06 98 76 54 32")), new("Kenmerk", new Confidential("AAA-BBB"), IsReference: true)]);
        await DoAsync(async (db, _) => await bot.Get<TalkChanges>().CancelAsync(db, await RowAsync("a", db)));

        var line = Assert.Single(bot.Get<AppointmentBook>().HandoffOf(await RowAsync("a"))!.Lines);
        Assert.Equal(("Kenmerk", "AAA-BBB"), (line.Label, line.Text.Reveal()));
    }

    private Employer Employer => bot.Get<EmployerDirectory>().ByKey("duinrand")!;

    private Advisor Advisor(string id) => Employer.Advisor(id)!;

    private Task SeeAsync(string id, DateTimeOffset? start) => DoAsync(async (db, _) => await bot.Get<IOutsideChanges>().SeenAsync(
        db, await RowAsync(id, db), start is { } at ? new EventSeen("event", new Slot(at, Length)) : null));

    private async Task BookAsync(string id, string advisor, DateTimeOffset? start = null, IReadOnlyList<string>? agreed = null, IReadOnlyList<HandoffLine>? lines = null)
    {
        var slot = new Slot(start ?? Begin, Length);
        var handoff = new Handoff("AAA-BBB", "nl", lines ?? [], WayToMeet.Phone, agreed ?? []);
        await DoAsync((db, book) => book.HoldAsync(db, id, Advisor(advisor), slot));
        await DoAsync((db, book) => book.BookAsync(db, new(id, Employer, Advisor(advisor), slot, null, $"code {id}", handoff)));
        await DoAsync(async (db, book) =>
        {
            var row = await RowAsync(id, db);
            row.State = AppointmentState.Sending;
            book.Arrived(row, "card", Advisor(advisor));
            db.RemoveRange(await db.Set<OutboxRow>().ToListAsync());
        });
    }

    private async Task DoAsync(Func<Database, AppointmentBook, Task> act)
    {
        await using var db = bot.Open();
        await act(db, bot.Get<AppointmentBook>());
        await db.SaveChangesAsync();
    }

    private async Task<AppointmentRow> RowAsync(string id, Database? within = null)
    {
        if (within is not null)
            return await within.Set<AppointmentRow>().SingleAsync(row => row.Id == id);
        await using var db = bot.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private async Task<List<DateTimeOffset>> StartsAsync(string id)
    {
        await using var db = bot.Open();
        return await db.Set<TimeCellRow>().Where(cell => cell.Appointment == id).Select(cell => cell.StartsAt).Distinct().ToListAsync();
    }

    private async Task<List<string>> RemindersAsync()
    {
        await using var db = bot.Open();
        return await db.Set<OutboxRow>().Where(row => row.Kind == ReminderDelivery.KindName).Select(row => row.Id).ToListAsync();
    }
}
