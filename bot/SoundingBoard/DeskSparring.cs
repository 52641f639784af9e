using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

/// <summary>One question as this advisor sees it.</summary>
public sealed record SeenQuestion(string Id, bool IsMine, QuestionState State, Question Question, DateTimeOffset ForgetAt)
{
    public bool WaitsForMe => IsMine ? State == QuestionState.Answered : State is QuestionState.Asked or QuestionState.Read;
}

public sealed record DeskSparringDraft
{
    public string? Id { get; init; }
    public bool Answering { get; init; }

    /// <summary>An answer that was written and not sent yet.</summary>
    public Confidential? Answer { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public IReadOnlyList<SeenQuestion> Questions { get; init; } = [];

    [JsonIgnore]
    public bool CanAsk { get; init; }

    [JsonIgnore]
    public SeenQuestion? Seen { get; init; }

    [JsonIgnore]
    public Identities? Identities { get; init; }
}

/// <summary>Questions between colleagues at the desk: those I am asked, those I asked, and what was answered.</summary>
public sealed class DeskSparring(QuestionBook book, EmployerDirectory directory, Identities identities)
    : Goal<DeskSparringDraft>(DeskSparringSteps.Dialog, static () => SoundingBoardJson.Default.DeskSparringDraft)
{
    public const string GoalName = "desk-sparring";

    public override Capability? Needs => Capability.SoundingBoard;

    public override bool AtTheDesk => true;

    protected override DeskSparringDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<DeskSparringDraft> GatherAsync(Database db, DeskSparringDraft draft, string step, Setting setting, Guest guest)
    {
        if (directory.Advisor(guest.Advisor ?? "") is not { } self)
            return new();
        var rows = await book.OfAsync(db, self);
        if (draft.Id is { } id && rows.FirstOrDefault(row => row.Id == id) is { } seen)
            book.See(seen, self);
        var questions = rows.Select(row => book.QuestionOf(row) is { } question
            ? new SeenQuestion(row.Id, book.IsAsker(row, self), row.State, question, row.ForgetAt)
            : null).OfType<SeenQuestion>().OrderByDescending(question => question.WaitsForMe).ToList();
        return draft with
        {
            Questions = questions,
            Seen = questions.FirstOrDefault(question => question.Id == draft.Id),
            CanAsk = Colleagues.Of(self, directory).Count > 0,
            Identities = identities,
        };
    }

    protected override async Task<Effect<DeskSparringDraft>> ActAsync(
        Database db, DeskSparringDraft before, DeskSparringDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null };
        if (after.Command is DeskSparringSteps.ToDesk)
            return new(new(), null, new Outcome.GoTo(Start));
        if (after.Command is DeskSparringSteps.Ask)
            return new(new(), null, new Outcome.GoTo(AskColleague.GoalName));
        if (after.Command is null || directory.Advisor(guest.Advisor ?? "") is not { } self)
            return new(draft);
        var row = (await book.OfAsync(db, self)).FirstOrDefault(row => row.Id == draft.Id);
        var settled = draft with { Answering = false, Answer = null };
        var isDone = after.Command switch
        {
            DeskSparringSteps.Send => draft.Answer is { } answer && book.Answer(db, row, self, answer),
            DeskSparringSteps.Forget => row is not null && book.IsAsker(row, self) && db.Remove(row) is not null,
            _ => true,
        };
        return new(
            after.Command is DeskSparringSteps.Forget ? new() : settled,
            isDone ? null : setting.Words<SoundingBoardPhrases>().Changed);
    }
}
