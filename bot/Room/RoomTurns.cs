using Microsoft.EntityFrameworkCore;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Room;

/// <summary>
/// One turn: the session, the goal's step, its effect and the new draft are saved in one transaction, and nothing is locked
/// while a calendar is asked. When somebody was faster, on the
/// same time or in the same session, the whole turn is done again on what is true by then.
/// </summary>
internal sealed class RoomTurns(
    IDbContextFactory<Database> databases,
    EmployerDirectory directory,
    IEnumerable<IGoal> goals,
    Tickets tickets,
    RoomLimits limits,
    Sealing sealing,
    Sessions sessions,
    RoomSettings settings,
    Spoken spoken,
    TimeProvider clock)
{
    /// <summary>Whoever loses a race loses it to somebody who went on, so a line of many short turns can be lost once per place.</summary>
    private const int MostAttempts = 40;

    private readonly Dictionary<string, IGoal> _goals = goals.ToDictionary(goal => goal.Name);

    public async Task<TurnResult> HandleAsync(RoomForm form, string door, CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            try
            {
                var (result, change) = await TurnAsync(db, form, door, stopping);
                await sessions.SaveAsync(db, change, CancellationToken.None);
                return result;
            }
            catch (DbUpdateException fault) when (attempt < MostAttempts && (fault is DbUpdateConcurrencyException || fault.WasTaken()))
            {
                // Somebody was faster. The next attempt sees what they did.
            }
        }
    }

    private async Task<Turned> TurnAsync(Database db, RoomForm form, string door, CancellationToken stopping)
    {
        switch (form.Act)
        {
            case "ticket":
                if (!limits.MayShowTicket(door))
                    return new(new TurnResult.TooMany());
                if (SecretToken.Read(form.Ticket) is { } token && await tickets.FindAsync(token, stopping) is var (ticket, admission))
                    return await AdmitAsync(db, ticket, admission, door);
                limits.TicketWasWrong(door);
                return new(new TurnResult.NoTicket());
            case "begin" when !limits.MayBegin(door):
                return new(new TurnResult.TooMany());
            case "begin":
                return directory.ByKey(form.Employer) is { } employer
                    ? await OpenAsync(db, employer, new SessionState(Goal<HallDraft>.Start, "", null, spoken.Of(form.Tongue).Code, "auto", null, null, false), door)
                    : new(new TurnResult.NoEmployer());
            case "cards" when form.Owner is { } owner:
                return directory.ByKey(form.Employer) is { CardDialogs: true } served
                    ? await OpenAsync(db, served, new SessionState(Goal<HallDraft>.Start, "", null, spoken.Of(form.Tongue).Reviewed.Code, "default", owner, null, true) { Owner = owner }, door)
                    : new(new TurnResult.NoEmployer());
            default:
                return await GoOnAsync(db, form, door, stopping);
        }
    }

    private async Task<Turned> AdmitAsync(Database db, TicketRow ticket, Admission admission, string door)
    {
        var employer = admission.Advisor is { } advisor
            ? directory.Employers.FirstOrDefault(served => served.Key == admission.Employer || (admission.Employer.Length == 0 && served.Advisor(advisor) is not null))
            : directory.ByKey(admission.Employer);
        if (employer is null)
            return new(new TurnResult.NoEmployer());
        var goal = admission.Advisor is null ? Goal<HallDraft>.Start : "desk";
        return await OpenAsync(db, employer, new SessionState(goal, "", null, admission.Tongue, admission.Theme, admission.Person, admission.Advisor, true) { Chat = admission.Chat }, door, ticket);
    }

    private async Task<Turned> OpenAsync(Database db, Employer employer, SessionState state, string door, TicketRow? ticket = null)
    {
        var token = SecretToken.New();
        var (view, after) = await SettleAsync(db, state, employer, door, new(), new Outcome.GoTo(state.Goal));
        var row = new SessionRow
        {
            TokenHash = token.Hash(),
            Employer = employer.Key,
            Sealed = Seal(employer, after),
            Revision = 1,
            ForgetAt = clock.GetUtcNow() + settings.SessionIdle,
        };
        return new(new TurnResult.Shown(view, after, token.Reveal(), employer), new SessionChange.Opened(row, ticket));
    }

    private async Task<Turned> GoOnAsync(Database db, RoomForm form, string door, CancellationToken stopping)
    {
        var leaving = form.Act is "leave" or "close";
        if (SecretToken.Read(form.Session) is not { } token)
            return new(leaving ? new TurnResult.Left() : new TurnResult.NoSession());
        var row = await sessions.FindAsync(token, stopping);
        if (row is null || row.ForgetAt < clock.GetUtcNow() || directory.ByKey(row.Employer) is not { } employer
            || sealing.Open(row.Employer, SealedKind.Session, row.Sealed, RoomJson.Default.SessionState) is not { } state
            || state.Owner != form.Owner)
        {
            return new(leaving ? new TurnResult.Left() : new TurnResult.NoSession());
        }

        // Another release, before this one or beside it, has something to come for that this one does not have.
        if (!_goals.ContainsKey(state.Goal))
            state = state with { Goal = Beginning(state), Version = "", Draft = null };
        if (leaving)
        {
            await _goals[state.Goal].LeaveAsync(db, state.Draft);
            return new(new TurnResult.Left(), new SessionChange.Ended(row));
        }

        if (form.Act == "file" && SettingOf(state, employer, new()).Allows(_goals[state.Goal].Needs, GuestOf(state, door)) && await _goals[state.Goal].FileAsync(db, state.Draft, form.Answer is [var which] ? which : "", SettingOf(state, employer, new()), GuestOf(state, door)) is { } file)
            return new(new TurnResult.Fetched(file));
        var (view, after) = await AnswerAsync(db, form, state, employer, door);
        return new(
            new TurnResult.Shown(view, after, token.Reveal(), employer),
            new SessionChange.WentOn(row, Seal(employer, after), clock.GetUtcNow() + settings.SessionIdle));
    }

    private async Task<(View View, SessionState State)> AnswerAsync(Database db, RoomForm form, SessionState state, Employer employer, string door)
    {
        var (goal, heard) = (_goals[state.Goal], new Heard());
        if (form.Act == "tongue")
            state = state with { Tongue = spoken.Of(form.Answer is [var code, ..] ? code : null).Code };
        var tongue = TongueOf(state, employer, heard);
        if (!SettingOf(state, employer, heard).Allows(goal.Needs, GuestOf(state, door)))
            return await SettleAsync(db, state with { Draft = null }, employer, door, heard, new Outcome.GoTo(Beginning(state), null, tongue.Words<HallPhrases>().OlderPage));
        if (!goal.GoesOnWith(state.Version))
        {
            if (await goal.CarryOverAsync(db, state.Draft) is not { } draft)
                return await SettleAsync(db, state with { Draft = null }, employer, door, heard, new Outcome.GoTo(state.Goal, null, tongue.Words<RoomPhrases>().OutdatedText));
            state = state with { Draft = draft, Version = goal.Version };
        }

        if (form.Act == "tongue")
            return await SettleAsync(db, state, employer, door, heard, null);
        if (form.Goal != state.Goal)
            return await SettleAsync(db, state, employer, door, heard, null, tongue.Words<HallPhrases>().OlderPage);
        var (setting, guest) = (SettingOf(state, employer, heard), GuestOf(state, door));
        var outcome = form.Act switch
        {
            "answer" => await goal.TakeAsync(db, state.Draft, form.Step, new Reply(form.Answer) { File = state.Advisor is null ? null : form.File }, setting, guest),
            "change" => await goal.ChangeAsync(db, state.Draft, form.Step, setting, guest),
            "back" => await goal.BackAsync(db, state.Draft, setting, guest),
            _ => await goal.ShowAsync(db, state.Draft, setting, guest),
        };
        return await SettleAsync(db, state, employer, door, heard, outcome);
    }

    /// <summary>Follows an outcome until there is something to show.</summary>
    private async Task<(View View, SessionState State)> SettleAsync(
        Database db, SessionState state, Employer employer, string door, Heard heard, Outcome? outcome, string? sentence = null)
    {
        outcome ??= await _goals[state.Goal].ShowAsync(db, state.Draft, SettingOf(state, employer, heard), GuestOf(state, door), sentence);
        for (var hops = 0; hops < 8; hops++)
        {
            switch (outcome)
            {
                case Outcome.Stay stay:
                    state = state with { Draft = stay.Draft, Version = _goals[state.Goal].Version };
                    return (await InOneLanguageAsync(db, stay.View, state, employer, door, heard), state);
                case Outcome.GoTo to:
                    var goal = Within(state, to.Goal, employer, door);
                    state = state with { Goal = goal, Draft = to.Draft, Version = _goals[goal].Version };
                    outcome = await _goals[goal].ShowAsync(db, state.Draft, SettingOf(state, employer, heard), GuestOf(state, door), to.Sentence);
                    break;
            }
        }

        throw new InvalidOperationException($"The goals around {state.Goal} send a person in circles.");
    }

    /// <summary>Where something has no words in the language of the room, the whole page is drawn again in a reviewed one.</summary>
    private async Task<View> InOneLanguageAsync(Database db, View view, SessionState state, Employer employer, string door, Heard heard)
    {
        var setting = SettingOf(state, employer, heard);
        if (heard.NeedsReviewed)
        {
            setting = setting with { Tongue = setting.Tongue.Reviewed };
            if (await _goals[state.Goal].ShowAsync(db, state.Draft, setting, GuestOf(state, door), view.Sentence) is Outcome.Stay again)
                view = again.View;
        }

        return view with { Tongue = setting.Tongue, ChangedOn = heard.ChangedOn ?? setting.Tongue.OwnReviewOf<RoomPhrases>() };
    }

    /// <summary>The goal that was asked for where it lies on this side of the door, or else where this side begins.</summary>
    private string Within(SessionState state, string goal, Employer employer, string door) =>
        _goals[goal].AtTheDesk == (state.Advisor is not null) && SettingOf(state, employer, new()).Allows(_goals[goal].Needs, GuestOf(state, door)) ? goal : Beginning(state);

    private static string Beginning(SessionState state) => state.Advisor is null ? Goal<HallDraft>.Start : "desk";

    private byte[] Seal(Employer employer, SessionState state) => sealing.Seal(employer.Key, SealedKind.Session, state, RoomJson.Default.SessionState);

    private Setting SettingOf(SessionState state, Employer employer, Heard heard) =>
        new(employer, TongueOf(state, employer, heard), clock.GetUtcNow(), state.InTeams) { AsCards = state.Owner is not null };

    private Tongue TongueOf(SessionState state, Employer employer, Heard heard)
    {
        var tongue = spoken.At(employer.Key, state.Tongue).HeardBy(heard);
        return _goals[state.Goal].SpeaksReviewedOnly || state.Owner is not null ? tongue.Reviewed : tongue;
    }

    /// <summary>What a turn shows, and what it does to its session; null where it does nothing to one.</summary>
    private sealed record Turned(TurnResult Result, SessionChange? Change = null);

    private static Guest GuestOf(SessionState state, string door) => new(state.Person, state.Advisor, door) { Chat = state.Chat };
}
