using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Aftercare;

public sealed record DeskAftercareDraft
{
    public string? Id { get; init; }

    [JsonIgnore]
    public bool ToRequest { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public AftercareReply? Given { get; init; }
}

/// <summary>What the employee chose about aftercare, and what they answered, for the advisor of that talk.</summary>
public sealed class DeskAftercare(AppointmentBook talks, AftercareBook book) : Goal<DeskAftercareDraft>(Steps, static () => AftercareJson.Default.DeskAftercareDraft)
{
    public const string GoalName = "desk-aftercare";

    public override Capability? Needs => Capability.Aftercare;

    private const string Back = "back";

    private static readonly WaterfallDialog<DeskAftercareDraft> Steps = new(GoalName, [Tell()]);

    public override bool AtTheDesk => true;

    protected override DeskAftercareDraft Begin(Setting setting, Guest guest) => new();

    protected override bool MayTurnAway(DeskAftercareDraft draft) => false;

    protected override async Task<DeskAftercareDraft> GatherAsync(Database db, DeskAftercareDraft draft, string step, Setting setting, Guest guest) =>
        draft.Id is { } id && await talks.FindAsync(db, id) is { } row && row.Advisor == guest.Advisor && AftercareBook.IsOffered(row)
            ? draft with { Row = row, Given = book.ReplyOf(row) }
            : draft with { Row = null, Given = null };

    protected override Task<Effect<DeskAftercareDraft>> ActAsync(Database db, DeskAftercareDraft before, DeskAftercareDraft after, Setting setting, Guest guest) =>
        Task.FromResult(new Effect<DeskAftercareDraft>(
            after, null, after.ToRequest ? new Outcome.GoTo(Desk.GoalName, after.Row is { } row ? Desk.LookAt(row) : null) : null));

    private static Step<DeskAftercareDraft> Tell() => new("Tell")
    {
        Question = (_, setting) => setting.Words<AftercarePhrases>().DeskTitle,
        Touches = static (_, _) => [Surface.Aftercare],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<AftercarePhrases>();
            return new Prompt.Tell(words.DeskTitle, words.DeskWhy, [], [.. Lines(draft, setting, words)], null, [new(Back, words.DeskBack)]);
        },
        Take = (draft, _, _) => new Taken<DeskAftercareDraft>.Accepted(draft with { ToRequest = true }),
    };

    /// <summary>An answer stands here in the words that the employee confirmed.</summary>
    private static IEnumerable<Line> Lines(DeskAftercareDraft draft, Setting setting, AftercarePhrases words)
    {
        if (draft.Row is not { } row)
            yield break;
        yield return new(words.DeskWhenLabel, row.AftercareAt is { } moment ? setting.Tongue.SayDay(moment) : words.DeskNotAsked);
        if (row.AftercareAt is not null)
            yield return new(words.DeskAnswerLabel, draft.Given?.Text is { } text ? text.Reveal() : words.DeskNoAnswer);
    }
}
