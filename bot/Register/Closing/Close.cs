using System.Text.Json;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Storage;

namespace VpBot.Register.Closing;

/// <summary>
/// An advisor closes a request that took place or never will: it is counted once, its words go, and the clock of forgetting
/// starts. All of it is one transaction, so that a second press, another page or a crash counts nothing twice.
/// </summary>
public sealed class Close(AppointmentBook book, TalkChanges changes, YearBook years, EmployerDirectory directory)
    : Goal<ClosingDraft>(ClosingSteps.Dialog, static () => ClosingJson.Default.ClosingDraft)
{
    public const string GoalName = "close";

    public override bool AtTheDesk => true;

    /// <summary>A draft that begins with one request.</summary>
    public static byte[] Of(AppointmentRow row) =>
        JsonSerializer.SerializeToUtf8Bytes(new ClosingDraft { Id = row.Id, Round = row.Round }, ClosingJson.Default.ClosingDraft);

    public static bool CanClose(AppointmentRow row, string? advisor) => row.Advisor == advisor && TalkChanges.IsWithAdvisor(row.State);

    protected override ClosingDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<ClosingDraft> GatherAsync(Database db, ClosingDraft draft, string step, Setting setting, Guest guest)
    {
        var row = await FindAsync(db, draft, guest);
        var isToCome = row is not null && row.Slot.Start > setting.Now;
        // What was noted of a talk that took place does not hold for one that got another time meanwhile.
        return draft with { Row = row, IsToCome = isToCome, Met = isToCome && draft.Met != Met.NotMet ? null : draft.Met };
    }

    protected override async Task<Effect<ClosingDraft>> ActAsync(Database db, ClosingDraft before, ClosingDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Sure = false, ToDesk = false, Row = null };
        var row = await FindAsync(db, draft, guest);
        if (after.ToDesk)
            return new(draft, null, ToDesk(row));
        if (!after.Sure || row is null || draft.Note is not { } note || directory.Advisor(row.Advisor) is not { } advisor)
            return new(draft);
        await changes.CloseAsync(db, row);
        await years.CountAsync(db, row.Employer, advisor.Side, note);
        return new(draft, null, ToDesk(row));
    }

    private async Task<AppointmentRow?> FindAsync(Database db, ClosingDraft draft, Guest guest) =>
        draft.Id is { } id && await book.FindAsync(db, id) is { } row && row.Round == draft.Round && CanClose(row, guest.Advisor) ? row : null;

    private static Outcome.GoTo ToDesk(AppointmentRow? row) => new(Desk.GoalName, row is null ? null : Desk.LookAt(row));
}

/// <summary>The button on a request at the desk.</summary>
internal sealed class ClosingWay : IRequestWay
{
    public string Value => Close.GoalName;

    public bool AtTheDesk => true;

    public int Order => 90;

    public Task<Option?> OfferAsync(Database db, AppointmentRow row, Setting setting, Guest guest) =>
        Task.FromResult(Close.CanClose(row, guest.Advisor) ? new Option(Value, setting.Words<ClosingPhrases>().WayIn) : null);

    public Outcome.GoTo Go(AppointmentRow row) => new(Close.GoalName, Close.Of(row));
}
