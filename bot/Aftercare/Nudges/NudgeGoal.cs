using System.Text.Json;
using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Aftercare.Nudges;

/// <summary>Someone in Teams who thinks about being nudged there.</summary>
public sealed record NudgeDraft
{
    public string? Id { get; init; }
    public NudgeMoment? Moment { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    /// <summary>When this person is nudged as things stand; null while they are not.</summary>
    [JsonIgnore]
    public NudgeMoment? Now { get; init; }
}

/// <summary>A nudge in Teams: off until somebody reads what their employer can see of it, and asks for it.</summary>
public sealed class NudgeGoal(AppointmentBook talks, NudgeBook book) : Goal<NudgeDraft>(NudgeSteps.Dialog, static () => NudgeJson.Default.NudgeDraft)
{
    public const string GoalName = "nudge";

    public static byte[] LookAt(string id) => JsonSerializer.SerializeToUtf8Bytes(new NudgeDraft { Id = id }, NudgeJson.Default.NudgeDraft);

    protected override NudgeDraft Begin(Setting setting, Guest guest) => new();

    protected override Outcome.GoTo TurnAway(NudgeDraft draft) => new(MyAppointment.GoalName, draft.Id is { } id ? MyAppointment.LookAt(id) : null);

    /// <summary>Only for a talk that was asked for from this very account: a nudge ties nothing to it that was not tied already.</summary>
    internal static bool MayAsk(AppointmentRow talk, Setting setting, Guest guest) =>
        setting is { InTeams: true, AsCards: false } && guest is { Person: { } person, Chat: not null }
        && talk.Person == person && talk.Employer == setting.Employer.Key && NudgeBook.IsOffered(talk.State);

    protected override async Task<NudgeDraft> GatherAsync(Database db, NudgeDraft draft, string step, Setting setting, Guest guest) =>
        await FindAsync(db, draft, setting, guest) is { } row
            ? draft with { Row = row, Now = await book.MomentOfAsync(db, row) }
            : draft with { Row = null, Moment = null };

    protected override async Task<Effect<NudgeDraft>> ActAsync(Database db, NudgeDraft before, NudgeDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null };
        if (after.Command is not { } command)
            return new(draft);
        var back = new Outcome.GoTo(MyAppointment.GoalName, draft.Id is { } id ? MyAppointment.LookAt(id) : null);
        if (await FindAsync(db, draft, setting, guest) is not { } row)
            return new(draft, null, back);
        var words = setting.Words<NudgesPhrases>();
        switch (command)
        {
            case NudgeSteps.Off:
                await book.TurnOffAsync(db, row.Id);
                return new(draft, null, back with { Sentence = words.IsOff });
            case NudgeSteps.Yes when draft.Moment is { } moment && guest.Chat is { } chat:
                await book.TurnOnAsync(db, row, chat, moment);
                return new(draft, null, back with { Sentence = words.IsOn(words.Moment(moment)) });
            default:
                return new(draft, null, back);
        }
    }

    private async Task<AppointmentRow?> FindAsync(Database db, NudgeDraft draft, Setting setting, Guest guest) =>
        draft.Id is { } id && await talks.FindAsync(db, id) is { } row && MayAsk(row, setting, guest) ? row : null;
}

/// <summary>From the appointment to the nudge, in the room inside Teams.</summary>
internal sealed class NudgeWay(NudgeBook book) : IRequestWay
{
    public string Value => NudgeGoal.GoalName;

    public bool AtTheDesk => false;

    public int Order => 30;

    public async Task<Option?> OfferAsync(Database db, AppointmentRow row, Setting setting, Guest guest)
    {
        if (!NudgeGoal.MayAsk(row, setting, guest))
            return null;
        var words = setting.Words<NudgesPhrases>();
        return new(Value, await book.MomentOfAsync(db, row) is null ? words.WayOff : words.WayOn);
    }

    public Outcome.GoTo Go(AppointmentRow row) => new(NudgeGoal.GoalName, NudgeGoal.LookAt(row.Id));
}
