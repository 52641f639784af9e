using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Explaining.Asking;

/// <summary>
/// Nothing of a question is in it, also not what was found: what is found lives in the turn that asked, and is not written with
/// the draft. Looking again, another language or the way back show an empty field.
/// </summary>
public sealed record AskingDraft
{
    [JsonIgnore]
    public Answered? Answer { get; init; }

    /// <summary>A subject of the book to read on in.</summary>
    [JsonIgnore]
    public string? Subject { get; init; }

    [JsonIgnore]
    public string? Leave { get; init; }
}

[JsonSerializable(typeof(AskingDraft))]
internal sealed partial class AskingJson : JsonSerializerContext;

/// <summary>A question in somebody's own words, answered from our reviewed texts. Only where nothing of it passes through an employer's Teams.</summary>
public sealed class Ask() : Goal<AskingDraft>(new WaterfallDialog<AskingDraft>(GoalName, [AskSteps.Question()]), static () => AskingJson.Default.AskingDraft)
{
    public const string GoalName = "ask";

    public override Capability? Needs => Capability.OwnWords;

    /// <summary>Questions and answers are read and checked one by one; there are none in a language that nobody reviewed.</summary>
    public override bool SpeaksReviewedOnly => true;

    protected override AskingDraft Begin(Setting setting, Guest guest)
    {
        Answering.Prepare();
        return new();
    }

    protected override Task<Effect<AskingDraft>> ActAsync(Database db, AskingDraft before, AskingDraft after, Setting setting, Guest guest) =>
        Task.FromResult(after.Leave is { } goal ? new Effect<AskingDraft>(after, null, new Outcome.GoTo(goal)) : new Effect<AskingDraft>(after));
}

/// <summary>From the beginning of the room. As cards it is not offered: what is typed there passes through Teams of the employer.</summary>
internal sealed class AskWay : IWayIn
{
    public string Goal => Ask.GoalName;

    public bool AtTheDesk => false;

    public int Order => 32;

    public Capability? Needs => Capability.OwnWords;

    public Task<Option?> OfferAsync(Database db, Setting setting, Guest guest)
    {
        var words = setting.Words<AskingPhrases>();
        return Task.FromResult(setting.AsCards ? null : new Option(Goal, words.Way, words.WayDetail));
    }
}
