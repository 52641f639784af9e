using System.Text.Json;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments;

/// <summary>My appointment: found by the pseudonym from Teams, or by the return code.</summary>
public sealed class MyAppointment(
    AppointmentBook book, TalkChanges changes, TalkProposals proposals, TalkDepartures departures, CodeGuessing guessing, IEnumerable<IRequestWay> ways, ITalkAgain talk)
    : Goal<AppointmentDraft>(MyAppointmentSteps.Dialog, static () => AppointmentsJson.Default.AppointmentDraft)
{
    public const string GoalName = "appointment";
    public const string TalkGoal = "talk";

    /// <summary>A draft that looks at one appointment, for the goal that made it.</summary>
    public static byte[] LookAt(string id) => JsonSerializer.SerializeToUtf8Bytes(new AppointmentDraft { Id = id }, AppointmentsJson.Default.AppointmentDraft);

    protected override AppointmentDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<AppointmentDraft> GatherAsync(Database db, AppointmentDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft.Id is { } id)
            return await GatherAsync(db, draft, await book.FindAsync(db, id), step, setting, guest);
        if (draft.Found is not null || draft.Forgotten)
            return draft;
        var found = guest.Person is { } person ? await book.OfPersonAsync(db, setting.Employer, person) : [];
        return found.Count == 1 && !draft.ByCode
            ? await GatherAsync(db, draft with { Id = found[0].Id, Found = found }, step, setting, guest)
            : draft with { Found = found };
    }

    private async Task<AppointmentDraft> GatherAsync(Database db, AppointmentDraft draft, AppointmentRow? row, string step, Setting setting, Guest guest)
    {
        if (row is null)
            return draft with { Row = null, Doing = null, MoveTo = null };
        draft = draft with { Row = row, Handoff = book.HandoffOf(row), Arranged = departures.ArrangedOf(row), Ways = await ways.OfferedAsync(atTheDesk: false, db, row, setting.Employer, setting, guest) };
        // What was possible a moment ago may not be any more; the page then says how it stands.
        if (draft.Doing is { } doing && !Possible.Of(draft, setting).Contains(doing))
            draft = draft with { Doing = null, MoveTo = null };
        if (step != MyAppointmentSteps.NewTime || draft is not { Doing: Change.Move, MoveTo: null } || setting.Employer.Advisor(row.Advisor) is not { } advisor)
            return draft;
        var free = await book.FreeAsync([advisor], new Wanted(_ => row.Slot.Length, row.Id));
        return draft with { Offer = free[advisor.Id] };
    }

    protected override async Task<Effect<AppointmentDraft>> ActAsync(
        Database db, AppointmentDraft before, AppointmentDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null, Offer = null, Ways = [] };
        switch (after.Command)
        {
            case null:
                return new(draft);
            case MyAppointmentSteps.Start:
                return new(draft, null, new Outcome.GoTo(Goal<AppointmentDraft>.Start));
            case MyAppointmentSteps.Again:
                return new(draft, null, await AgainAsync(db, draft, setting));
            case MyAppointmentSteps.Yes:
                return await DoAsync(db, draft, setting);
            case { } code when code.StartsWith(MyAppointmentSteps.CodePrefix, StringComparison.Ordinal):
                return await OpenAsync(db, draft, code[MyAppointmentSteps.CodePrefix.Length..], setting, guest);
            case { } value when after.Row is { } from:
                return new(draft, null, ways.Of(atTheDesk: false, value, setting.Employer)?.Go(from));
            default:
                return new(draft);
        }
    }

    private async Task<Outcome.GoTo> AgainAsync(Database db, AppointmentDraft draft, Setting setting)
    {
        if (await ActiveAsync(db, draft, setting) is not { } row)
            return talk.Again(null, setting);
        var circle = book.HandoffOf(row)?.Circle;
        await changes.CancelAsync(db, row);
        return talk.Again(circle, setting);
    }

    private async Task<Effect<AppointmentDraft>> DoAsync(Database db, AppointmentDraft draft, Setting setting)
    {
        var done = draft with { Doing = null, MoveTo = null };
        if (draft.Doing == Change.Forget)
            return await ForgetAsync(db, draft, setting);
        // Called off already, in another room: the page then says so.
        if (await ActiveAsync(db, draft, setting) is not { } row)
            return new(done);
        switch (draft.Doing)
        {
            case Change.Cancel:
                await changes.CancelAsync(db, row);
                return new(done);
            case Change.Move when draft.MoveTo is { } start && setting.Employer.Advisor(row.Advisor) is { } advisor:
                return await MoveAsync(db, draft, row, advisor, start, setting);
            case Change.Agree when row.ProposedAt is { } proposed && setting.Employer.Advisor(row.Advisor) is { } advisor:
                return await changes.MoveAsync(db, row, advisor, proposed, advisorAgreed: true)
                    ? new(done)
                    : new(done, setting.Words<AppointmentsPhrases>().MoveTaken);
            case Change.Keep when setting.Employer.Advisor(row.Advisor) is { } advisor:
                await proposals.KeepAsync(db, row, advisor);
                return new(done);
            case Change.Save:
                return new(done with { FileShown = true });
            case Change.Link:
                return new(done with { LinkShown = true });
            default:
                return new(done);
        }
    }

    /// <summary>Nothing of it stays in this session either: not which one it was, nor that there was one.</summary>
    private async Task<Effect<AppointmentDraft>> ForgetAsync(Database db, AppointmentDraft draft, Setting setting)
    {
        if (draft.Id is { } id && await book.FindAsync(db, id) is { } row && row.Employer == setting.Employer.Key)
            await changes.ForgetAsync(db, row);
        return new(new AppointmentDraft { Forgotten = true });
    }

    private async Task<Effect<AppointmentDraft>> MoveAsync(
        Database db, AppointmentDraft draft, AppointmentRow row, Advisor advisor, DateTimeOffset start, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        return await book.IsFreeNowAsync(advisor, row.Slot with { Start = start }) switch
        {
            null => new(draft, words.MoveSilentAtLast(advisor.Phone)),
            true when await changes.MoveAsync(db, row, advisor, start, advisorAgreed: false) => new(draft with { Doing = null, MoveTo = null }),
            _ => new(draft with { MoveTo = null }, words.MoveTaken),
        };
    }

    private async Task<Effect<AppointmentDraft>> OpenAsync(Database db, AppointmentDraft draft, string code, Setting setting, Guest guest)
    {
        var row = guessing.MayTry(guest.Door) ? await book.FindByCodeAsync(db, setting.Employer, code) : null;
        if (row is not null)
            return new(draft with { Id = row.Id });
        guessing.WasWrong(guest.Door);
        return new(draft, setting.Words<AppointmentsPhrases>().CodeNotRight);
    }

    private async Task<AppointmentRow?> ActiveAsync(Database db, AppointmentDraft draft, Setting setting) =>
        draft.Id is { } id && await book.FindAsync(db, id) is { } row
        && row.Employer == setting.Employer.Key && row.State is not (AppointmentState.Cancelled or AppointmentState.Closed) ? row : null;

    /// <summary>The file for one's own calendar, for who asked for it and read the warning.</summary>
    public override async Task<GoalFile?> FileAsync(Database db, byte[]? draft, Setting setting, Guest guest) =>
        Open(draft) is { FileShown: true } open && await ActiveAsync(db, open, setting) is { } row
            ? OwnCalendarFile.Of(row.Slot, setting)
            : null;
}
