using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

/// <summary>What a question says of who asks.</summary>
public enum AskWay
{
    /// <summary>About a situation, in fixed words and a few of one's own; the colleague sees who asks.</summary>
    AboutSituation,

    /// <summary>A question in general: the colleague sees nothing but the question.</summary>
    InGeneral,
}

public sealed record AskDraft
{
    public AskWay? Way { get; init; }
    public string? Colleague { get; init; }
    public Situation? Situation { get; init; }
    public IReadOnlyList<Tried>? Tried { get; init; }
    public Want? Want { get; init; }
    public Confidential? Words { get; init; }

    /// <summary>Agreed to word for word; it leaves in this turn.</summary>
    [JsonIgnore]
    public bool Agreed { get; init; }

    [JsonIgnore]
    public bool ToList { get; init; }

    [JsonIgnore]
    public Advisor? Self { get; init; }

    [JsonIgnore]
    public IReadOnlyList<ExternalAdvisor> Colleagues { get; init; } = [];

    [JsonIgnore]
    public Identities? Identities { get; init; }
}

/// <summary>An advisor asks a colleague at the provider to think along, without anybody's identity.</summary>
public sealed class AskColleague(QuestionBook book, EmployerDirectory directory, Identities identities)
    : Goal<AskDraft>(AskSteps.Dialog, static () => SoundingBoardJson.Default.AskDraft)
{
    public const string GoalName = "desk-sparring-ask";

    public override Capability? Needs => Capability.SoundingBoard;

    public override bool AtTheDesk => true;

    protected override AskDraft Begin(Setting setting, Guest guest) => new();

    protected override Task<AskDraft> GatherAsync(Database db, AskDraft draft, string step, Setting setting, Guest guest) =>
        Task.FromResult(directory.Advisor(guest.Advisor ?? "") is { } self
            ? draft with { Self = self, Colleagues = SoundingBoard.Colleagues.Of(self, directory), Identities = identities }
            : draft);

    protected override Task<Effect<AskDraft>> ActAsync(Database db, AskDraft before, AskDraft after, Setting setting, Guest guest)
    {
        if (after.ToList)
            return Task.FromResult(new Effect<AskDraft>(new(), null, new Outcome.GoTo(DeskSparring.GoalName)));
        if (!after.Agreed || after.Self is not { } self || after.Colleagues.FirstOrDefault(other => other.Id == after.Colleague) is not { } colleague)
            return Task.FromResult(new Effect<AskDraft>(after));
        var lines = AskSteps.LinesOf(after, setting);
        book.Ask(db, self, colleague, new Question(AskSteps.IsSituated(after) ? after.Situation : null, [.. lines.Select(line => new QuestionLine(line.Label, new Confidential(line.Text)))]));
        return Task.FromResult(new Effect<AskDraft>(
            new(), null, new Outcome.GoTo(DeskSparring.GoalName, null, setting.Words<SoundingBoardPhrases>().Sent)));
    }
}
