using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Room;

public sealed record HallDraft
{
    [JsonIgnore]
    public string? Towards { get; init; }
}

/// <summary>The beginning of the room: what would you like?</summary>
public sealed class Hall() : Goal<HallDraft>(Steps, HallJson.Default.HallDraft)
{
    private static readonly WaterfallDialog<HallDraft> Steps = new(Start, [What()]);

    protected override HallDraft Begin(Setting setting, Guest guest) => new();

    protected override Task<Effect<HallDraft>> ActAsync(Database db, HallDraft before, HallDraft after, Setting setting, Guest guest) =>
        Task.FromResult(new Effect<HallDraft>(after, null, after.Towards is { } goal ? new Outcome.GoTo(goal) : null));

    private static Step<HallDraft> What() => new("What")
    {
        Question = (_, setting) => setting.Words<HallPhrases>().Question,
        Touches = static (_, _) => [Surface.Answers],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<HallPhrases>();
            return new Prompt.Choose(
                words.Question, setting.AsCards ? words.WhyAsCards : words.Why, [.. Ways(setting, words)], words.Go);
        },
        Take = (draft, reply, setting) => Ways(setting, setting.Words<HallPhrases>()).Any(way => way.Value == reply.Only)
            ? new Taken<HallDraft>.Accepted(draft with { Towards = reply.Only })
            : new Taken<HallDraft>.Rejected(setting.Words<HallPhrases>().ChooseOne),
    };

    private static IEnumerable<Option> Ways(Setting setting, HallPhrases words)
    {
        yield return new("talk", words.Talk, words.TalkDetail);
        if (setting.Employer.Advisors.Any(advisor => advisor.Hours.ConsultationHours.Count > 0))
            yield return new("consultation", words.Consultation, words.ConsultationDetail);
        yield return new("explain", words.Explain, words.ExplainDetail);
        yield return new("appointment", words.Appointment, words.AppointmentDetail);
    }
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
