using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Intake;

/// <summary>A way that ends with a booked talk. Who is on it, and what it says on the way, is the matter of each.</summary>
public abstract class TalkGoal(AppointmentBook book, WaterfallDialog<TalkDraft> dialog) : Goal<TalkDraft>(dialog, static () => IntakeJson.Default.TalkDraft)
{
    /// <summary>Nothing was answered yet.</summary>
    public static TalkDraft New(Setting setting) =>
        new() { Id = Guid.CreateVersion7(setting.Now).ToString("N"), Reference = ReturnCode.NewReference() };

    protected override TalkDraft Begin(Setting setting, Guest guest) => New(setting);

    /// <summary>The chosen advisor is no longer there for this employer: somebody else can be chosen, and everything else stays answered.</summary>
    protected override (TalkDraft Draft, string? Sentence) Mend(TalkDraft draft, Setting setting)
    {
        var isThere = new[] { draft.Advisor, draft.TimeWith }.All(id => id is null or TalkDraft.Whoever || setting.Employer.Advisor(id) is not null);
        return draft.Agreed || isThere
            ? (draft, null)
            : (TalkTimeSteps.NoTime(draft) with { Side = null, Advisor = null, Way = null, TakeOver = null }, setting.Words<IntakePhrases>().AdvisorGone);
    }

    /// <summary>Whether the first answer was given: from there on somebody would go through all the others.</summary>
    protected abstract bool IsUnderWay(TalkDraft draft);

    protected Task LetGoAsync(Database db, TalkDraft draft) => book.LetGoAsync(db, draft.Id);

    protected override async Task<TalkDraft> GatherAsync(Database db, TalkDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft is { Agreed: false, ChosenAt: { } chosen })
            draft = draft with { HeldUntil = await book.StayAsync(db, draft.Id, chosen) };
        if (step != "When" || draft.Agreed)
            return draft;
        var times = new List<OfferedTime>();
        var someUnknown = false;
        foreach (var (advisor, availability) in await book.FreeAsync(Candidates.Chosen(draft, setting), new Wanted(hours => hours.LengthFor(draft.For))))
        {
            switch (availability)
            {
                case Availability.Known known:
                    times.AddRange(known.Free.Select(slot => new OfferedTime(advisor, slot)));
                    break;
                case Availability.Unknown:
                    someUnknown = true;
                    break;
            }
        }

        return draft with { Offer = new Offer(times, someUnknown) };
    }

    protected override async Task<Effect<TalkDraft>> ActAsync(Database db, TalkDraft before, TalkDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Offer = null };
        if (draft.ToStart)
        {
            await book.LetGoAsync(db, draft.Id);
            return new(draft, null, new Outcome.GoTo(Start));
        }

        // Said at the first answer, before anybody goes through all the others in vain; and again at the last one.
        if (((IsUnderWay(draft) && !IsUnderWay(before)) || (draft.Agreed && !before.Agreed))
            && guest.Person is { } person && await book.HasAsManyAsCanBeAsync(setting.Employer, person))
        {
            await book.LetGoAsync(db, draft.Id);
            return new(draft, null, new Outcome.GoTo(Start, null, setting.Words<IntakePhrases>().ManyOpen(setting.Employer.Provider.Phone)));
        }

        if (draft.Agreed && !before.Agreed)
            return await BookAsync(db, draft, setting, guest);
        if (draft.Time is null && before.Time is not null)
            await book.LetGoAsync(db, draft.Id);
        else if (draft.Time is { } start && (before.Time != draft.Time || before.TimeWith != draft.TimeWith))
            return await HoldAsync(db, draft, start, setting);
        return new(draft);
    }

    /// <summary>The return code is shown once: back does not lead past it.</summary>
    protected override bool MayTurnAway(TalkDraft draft) => !draft.Agreed || draft.CodeNoted;

    protected override bool HadItsEffect(TalkDraft draft) => draft.Agreed;

    protected override Outcome.GoTo Finish(TalkDraft draft) => new(MyAppointment.GoalName, MyAppointment.LookAt(draft.Id));

    public override async Task LeaveAsync(Database db, byte[]? draft)
    {
        if (Open(draft) is { Agreed: false } open)
            await book.LetGoAsync(db, open.Id);
    }

    private async Task<Effect<TalkDraft>> HoldAsync(Database db, TalkDraft draft, DateTimeOffset start, Setting setting) =>
        await book.HoldAsync(db, draft.Id, setting.Employer.Advisor(draft.TimeWith!)!, new Slot(start, LengthWith(draft, setting)))
            ? new(draft with { ChosenAt = setting.Now })
            : new(TalkTimeSteps.NoTime(draft), setting.Words<IntakePhrases>().TimeJustTaken);

    private async Task<Effect<TalkDraft>> BookAsync(Database db, TalkDraft draft, Setting setting, Guest guest)
    {
        var advisor = setting.Employer.Advisor(draft.TimeWith!)!;
        var slot = new Slot(draft.Time!.Value, LengthWith(draft, setting));
        switch (await book.IsFreeNowAsync(advisor, slot))
        {
            case null:
                return new(draft with { Agreed = false }, setting.Words<IntakePhrases>().CalendarSilentAtBooking(advisor.Phone));
            case false:
                await book.LetGoAsync(db, draft.Id);
                return new(TalkTimeSteps.NoTime(draft) with { Agreed = false }, setting.Words<IntakePhrases>().TimeJustTaken);
        }

        var code = ReturnCode.New();
        var agreed = draft.TakeOver == TakeOver.Others ? Candidates.Others(draft, setting).Select(other => other.Id) : [];
        var handoff = new Handoff(draft.Reference!, setting.Tongue.Reviewed.Code, Receipt.Of(draft, setting), draft.Way!.Value, [.. agreed])
        {
            Circle = Candidates.CircleOf(draft).Closed(setting.Employer),
        };
        var order = new BookingOrder(
            draft.Id, setting.Employer, advisor, slot, guest.Person, code, handoff);
        if (!await book.BookAsync(db, order))
        {
            await book.LetGoAsync(db, draft.Id);
            return new(TalkTimeSteps.NoTime(draft) with { Agreed = false }, setting.Words<IntakePhrases>().HoldRanOut);
        }

        return new(draft with { Code = code });
    }

    private static TimeSpan LengthWith(TalkDraft draft, Setting setting) => setting.Employer.Advisor(draft.TimeWith!)!.Hours.LengthFor(draft.For);
}
