using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Room;

public sealed record HallDraft
{
    /// <summary>Where one can go from here now.</summary>
    [JsonIgnore]
    public IReadOnlyList<Option> Ways { get; init; } = [];

    [JsonIgnore]
    public string? Towards { get; init; }
}

/// <summary>The beginning of the room: what would you like?</summary>
public sealed class Hall(IEnumerable<IWayIn> ways) : Goal<HallDraft>(Steps, static () => HallJson.Default.HallDraft)
{
    private static readonly WaterfallDialog<HallDraft> Steps = new(Start, [What()]);

    protected override HallDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<HallDraft> GatherAsync(Database db, HallDraft draft, string step, Setting setting, Guest guest) =>
        draft with { Ways = await ways.Concat(OwnWays.All).OfferedAsync(atTheDesk: false, db, setting, guest) };

    protected override Task<Effect<HallDraft>> ActAsync(Database db, HallDraft before, HallDraft after, Setting setting, Guest guest) =>
        Task.FromResult(new Effect<HallDraft>(after with { Ways = [] }, null, after.Towards is { } goal ? new Outcome.GoTo(goal) : null));

    private static Step<HallDraft> What() => new("What")
    {
        Question = (_, setting) => setting.Words<HallPhrases>().Question,
        Touches = static (_, _) => [Surface.Answers],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<HallPhrases>();
            return new Prompt.Choose(
                words.Question, setting.AsCards ? words.WhyAsCards : words.Why, draft.Ways, words.Go);
        },
        Take = (draft, reply, setting) => draft.Ways.Any(way => way.Value == reply.Only)
            ? new Taken<HallDraft>.Accepted(draft with { Towards = reply.Only })
            : new Taken<HallDraft>.Rejected(setting.Words<HallPhrases>().ChooseOne),
    };
}

public sealed class HallPhrases : Phrases
{
    public string Question => Say();
    public string Why => Say();
    public string WhyAsCards => Say();
    public string Talk => Say();
    public string TalkDetail => Say();
    public string Consultation => Say();
    public string ConsultationDetail => Say();
    public string Explain => Say();
    public string ExplainDetail => Say();
    public string Appointment => Say();
    public string AppointmentDetail => Say();
    public string Go => Say();
    public string ChooseOne => Say();
    public string OlderPage => Say();
}

[JsonSerializable(typeof(HallDraft))]
internal sealed partial class HallJson : JsonSerializerContext;
