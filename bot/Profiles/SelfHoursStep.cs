using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>The hours of a weekday, of a day that differs, or of a consultation hour: the last question about each.</summary>
internal static class SelfHoursStep
{
    private const int Longest = 100;

    public static Step<SelfDraft> Hours() => new("Hours")
    {
        Question = Question,
        Applies = (draft, _) => draft.Part == OwnPart.Week || draft is { Part: OwnPart.Days or OwnPart.ConsultationHours, Entry: SelfDraft.New },
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Hours is not null,
        Said = (draft, setting) => Summary.Hours(draft.Hours, setting),
        Clear = draft => draft with { Hours = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SelfPhrases>();
            var (hint, skip) = IsConsultation(draft) ? (words.ConsultationHint, null) : (words.HoursHint, words.NotThereThen);
            return new Prompt.Write(Question(draft, setting), null, words.HoursLabel, hint, Longest, WritingKind.Plain, words.Go, skip)
            {
                Now = Now(draft),
            };
        },
        Take = Take,
    };

    private static Taken<SelfDraft> Take(SelfDraft draft, Reply reply, Setting setting)
    {
        var (words, spans) = (setting.Words<SelfPhrases>(), TypedHours.Spans(reply.Only));
        return IsConsultation(draft) && spans.Count != 1
            ? new Taken<SelfDraft>.Rejected(words.ConsultationRule)
            : SelfSteps.Judge(draft with { Hours = spans }, IsConsultation(draft) ? words.ConsultationRule : words.HoursRule);
    }

    private static bool IsConsultation(SelfDraft draft) => draft.Part == OwnPart.ConsultationHours;

    private static string Question(SelfDraft draft, Setting setting)
    {
        var words = setting.Words<SelfPhrases>();
        return IsConsultation(draft) ? words.ConsultationQuestion
            : words.HoursQuestion(draft.From is { } date ? TypedHours.Say(date, setting) : TypedHours.Say(draft.Weekday!.Value, setting));
    }

    private static string? Now(SelfDraft draft) =>
        draft.Part == OwnPart.Week && draft.Known.Settings.Calendar.Hours.GetValueOrDefault(draft.Weekday!.Value) is { } spans ? TypedHours.Typed(spans) : null;
}
