using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Aftercare;

/// <summary>What someone wants to be asked after their talk, and what they answer then.</summary>
public sealed record AftercareDraft
{
    public string? Id { get; init; }
    public AftercareAnswer? Answer { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public bool IsDue { get; init; }

    [JsonIgnore]
    public AftercareReply? Given { get; init; }

    /// <summary>When the talk would be forgotten, by the number of weeks; zero is not to be asked.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<int, DateTimeOffset> Forgotten { get; init; } = new Dictionary<int, DateTimeOffset>();
}

/// <summary>Was it enough? Asked at a distance that the employee chose, and only then.</summary>
public sealed class AftercareGoal(AppointmentBook talks, AftercareBook book, ITalkAgain talk)
    : Goal<AftercareDraft>(AftercareSteps.Dialog, static () => AftercareJson.Default.AftercareDraft)
{
    public const string GoalName = "aftercare";

    public override Capability? Needs => Capability.Aftercare;

    public static byte[] LookAt(string id) => JsonSerializer.SerializeToUtf8Bytes(new AftercareDraft { Id = id }, AftercareJson.Default.AftercareDraft);

    protected override AftercareDraft Begin(Setting setting, Guest guest) => new();

    /// <summary>After an answer a button leads back to the appointment.</summary>
    protected override bool MayTurnAway(AftercareDraft draft) => draft.Given is null;

    protected override Outcome.GoTo TurnAway(AftercareDraft draft) => new(MyAppointment.GoalName, draft.Id is { } id ? MyAppointment.LookAt(id) : null);

    protected override async Task<AftercareDraft> GatherAsync(Database db, AftercareDraft draft, string step, Setting setting, Guest guest)
    {
        if (await FindAsync(db, draft, setting) is not { } row)
            return draft with { Row = null, Answer = null };
        var due = book.IsDue(row);
        return draft with
        {
            Row = row,
            IsDue = due,
            Answer = due ? draft.Answer : null,
            Given = book.ReplyOf(row),
            Forgotten = AftercareBook.Distances.Prepend(0).ToDictionary(weeks => weeks, weeks => book.ForgottenWith(row, weeks == 0 ? null : weeks)),
        };
    }

    protected override async Task<Effect<AftercareDraft>> ActAsync(Database db, AftercareDraft before, AftercareDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null };
        if (after.Command is not { } command)
            return new(draft);
        if (await FindAsync(db, draft, setting) is not { } row)
            return new(draft, null, new Outcome.GoTo(MyAppointment.GoalName, draft.Id is { } id ? MyAppointment.LookAt(id) : null));
        switch (command)
        {
            case AftercareSteps.Yes when draft.Answer is { } answer && book.IsDue(row):
                book.Answer(row, new(answer, answer == AftercareAnswer.RatherNot ? null : new Confidential(setting.Words<AftercarePhrases>().AdvisorReads(answer))));
                return new(draft with { Answer = null });
            case AftercareSteps.Talk:
                return new(draft, null, talk.Again(talks.HandoffOf(row)?.Circle, setting, setting.Employer.Advisor(row.Advisor)));
            case AftercareSteps.Referral or AftercareSteps.Numbers:
                return new(draft, null, new Outcome.GoTo(Explain.GoalName, Explain.OpenAt(command)));
            case AftercareSteps.Back:
                return new(draft, null, new Outcome.GoTo(MyAppointment.GoalName, MyAppointment.LookAt(row.Id)));
            default:
                return new(draft, null, Chosen(row, command, setting));
        }
    }

    private Outcome.GoTo? Chosen(AppointmentRow row, string command, Setting setting)
    {
        if (!int.TryParse(command, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) || row.AftercareAnswer is not null)
            return null;
        book.Choose(row, weeks == 0 ? null : weeks);
        var words = setting.Words<AftercarePhrases>();
        return new(MyAppointment.GoalName, MyAppointment.LookAt(row.Id), row.AftercareAt is { } moment ? words.Chosen(setting.Tongue.SayDay(moment)) : words.NotChosen);
    }

    private async Task<AppointmentRow?> FindAsync(Database db, AftercareDraft draft, Setting setting) =>
        draft.Id is { } id && await talks.FindAsync(db, id) is { } row && row.Employer == setting.Employer.Key && AftercareBook.IsOffered(row) ? row : null;
}
