using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.Graph;

public class RememberedMailboxTests
{
    private static readonly DateTimeOffset Ten = At("2027-07-01 10:00");
    private static readonly IReadOnlyList<ExternalAdvisor> Both = [GraphProvider.Advisor(0), GraphProvider.Advisor(1)];

    private readonly SetClock _clock = new(Ten);
    private readonly CountingMailbox _calendar = new();
    private readonly RememberedMailbox _mailbox;

    public RememberedMailboxTests() => _mailbox = new(_calendar, _clock);

    [Fact]
    public async Task Within_a_minute_an_advisor_is_not_asked_about_twice()
    {
        await AskAsync();
        _clock.Now = Ten.AddSeconds(59);

        Assert.Equal(["a0", "a1"], (await AskAsync()).Keys.Order());
        Assert.Equal(["a0 a1"], _calendar.Asked);
    }

    [Fact]
    public async Task After_a_minute_everything_is_asked_again()
    {
        await AskAsync();
        _clock.Now = Ten.AddSeconds(60);
        await AskAsync();

        Assert.Equal(["a0 a1", "a0 a1"], _calendar.Asked);
    }

    [Fact]
    public async Task A_range_that_moves_on_by_seconds_is_the_same_question()
    {
        await _mailbox.BusyAsync(Both, Ten.AddSeconds(1), Ten.AddHours(1).AddSeconds(1), Stopping);
        await _mailbox.BusyAsync(Both, Ten.AddSeconds(30), Ten.AddHours(1).AddSeconds(30), Stopping);
        Assert.Single(_calendar.Asked);

        await _mailbox.BusyAsync(Both, Ten, Ten.AddHours(2), Stopping);
        Assert.Equal(2, _calendar.Asked.Count);
    }

    [Fact]
    public async Task Only_who_is_not_remembered_is_asked_about()
    {
        await _mailbox.BusyAsync([Both[0]], Ten, Ten.AddHours(1), Stopping);
        await AskAsync();

        Assert.Equal(["a0", "a1"], _calendar.Asked);
    }

    [Fact]
    public async Task Who_books_asks_afresh_and_that_answer_is_remembered()
    {
        await AskAsync();
        await _mailbox.BusyAfreshAsync([Both[0]], Ten, Ten.AddHours(1), Stopping);
        await AskAsync();

        Assert.Equal(["a0 a1", "a0"], _calendar.Asked);
    }

    [Fact]
    public async Task A_silent_calendar_is_not_remembered_and_makes_us_forget_what_we_knew()
    {
        await AskAsync();
        _calendar.Answer = new Busy.Unknown(CalendarFault.NoAnswer);
        await _mailbox.BusyAfreshAsync([Both[0]], Ten, Ten.AddHours(1), Stopping);

        Assert.Equal(new Busy.Unknown(CalendarFault.NoAnswer), (await AskAsync())["a0"]);
        Assert.Equal(["a0 a1", "a0", "a0"], _calendar.Asked);
    }

    [Fact]
    public async Task What_we_write_to_a_mailbox_makes_us_forget_that_mailbox_only()
    {
        var slot = new Slot(Ten, TimeSpan.FromMinutes(45));
        Func<Task>[] writes =
        [
            () => _mailbox.CreateEventAsync(Both[0], slot, "appointment", "VP-1", Stopping),
            () => _mailbox.MoveEventAsync(Both[0], "event-1", slot, Stopping),
            () => _mailbox.DeleteEventAsync(Both[0], "event-1", Stopping),
        ];
        foreach (var write in writes)
        {
            await AskAsync();
            await write();
        }

        await AskAsync();
        Assert.Equal(["a0 a1", "a0", "a0", "a0"], _calendar.Asked);
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private Task<IReadOnlyDictionary<string, Busy>> AskAsync() => _mailbox.BusyAsync(Both, Ten, Ten.AddHours(1), Stopping);

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Keeps who was asked about, and says the same of everybody.</summary>
    private sealed class CountingMailbox : IMailbox
    {
        public List<string> Asked { get; } = [];

        public Busy Answer { get; set; } = new Busy.Known([]);

        public Task<IReadOnlyDictionary<string, Busy>> BusyAsync(IReadOnlyList<ExternalAdvisor> advisors, DateTimeOffset from, DateTimeOffset until, CancellationToken stopping)
        {
            Asked.Add(string.Join(' ', advisors.Select(advisor => advisor.Id)));
            return Task.FromResult<IReadOnlyDictionary<string, Busy>>(advisors.ToDictionary(advisor => advisor.Id, _ => Answer));
        }

        public Task<MailboxAnswer<string>> CreateMeetingAsync(ExternalAdvisor advisor, Slot slot, CancellationToken stopping) => Done("");

        public Task<MailboxAnswer<OnlineMeetingSeen>> ReadMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping) =>
            Done(new OnlineMeetingSeen(meeting, "", "", "", true));

        public Task<MailboxAnswer<bool>> MoveMeetingAsync(ExternalAdvisor advisor, string meeting, Slot slot, CancellationToken stopping) => Done(true);

        public Task<MailboxAnswer<bool>> DeleteMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping) => Done(true);

        public Task<MailboxAnswer<string>> CreateEventAsync(ExternalAdvisor advisor, Slot slot, string appointment, string reference, CancellationToken stopping) => Done("");

        public Task<MailboxAnswer<EventSeen?>> ReadEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping) => Done<EventSeen?>(null);

        public Task<MailboxAnswer<bool>> MoveEventAsync(ExternalAdvisor advisor, string eventId, Slot slot, CancellationToken stopping) => Done(true);

        public Task<MailboxAnswer<bool>> DeleteEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping) => Done(true);

        private static Task<MailboxAnswer<T>> Done<T>(T value) => Task.FromResult<MailboxAnswer<T>>(new MailboxAnswer<T>.Done(value));
    }
}
