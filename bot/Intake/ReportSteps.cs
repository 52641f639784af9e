using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>
/// A talk is no report and no complaint. Who comes for help with one reads first how they differ; and wherever a talk could become
/// one, it is said who then holds the reins, before anything is handed over. Nothing is ever filed here.
/// </summary>
internal static class ReportSteps
{
    private const string Go = "go";
    private const string JustTalk = "just-talk";
    private const string LeaveOut = "leave-out";
    private const string ToStart = "start";

    public static Step<TalkDraft> Difference() => new("Difference")
    {
        Question = (_, setting) => Page(setting).Title,
        Applies = (draft, _) => IsForReport(draft),
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.DifferenceRead,
        Said = (_, setting) => setting.Words<IntakePhrases>().DifferenceSaid,
        Clear = draft => draft with { DifferenceRead = false },
        Settled = draft => draft.Agreed,
        Ask = (_, setting) => Page(setting),
        Take = (draft, reply, _) => new Taken<TalkDraft>.Accepted(reply.Only == ToStart ? draft with { ToStart = true } : draft with { DifferenceRead = true }),
    };

    public static Step<TalkDraft> WouldBeAbout() => TalkSteps.EnumStep<Concern>(
        "WouldBeAbout",
        words => words.ConcernQuestion,
        words => words.ConcernWhy,
        (words, concern) => new Option(concern.ToString(), words.Concern(concern), words.ConcernDetail(concern)),
        draft => draft.Concern,
        (draft, value) => draft with { Concern = value, Warned = false }) with
    {
        Applies = (draft, _) => IsForReport(draft),
    };

    public static Step<TalkDraft> Reins() => new("Reins")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().ReinsQuestion,
        Applies = (draft, _) => IsForReport(draft) || IsOfIntegrity(draft),
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Warned,
        Said = (_, setting) => setting.Words<IntakePhrases>().ReinsSaid,
        Clear = draft => draft with { Warned = false },
        Settled = draft => draft.Agreed,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            return new Prompt.Tell(words.ReinsQuestion, words.ReinsWhy, [.. Paragraphs(draft, words)], [], null,
            [
                new(Go, words.ReinsGo),
                IsForReport(draft) ? new(JustTalk, words.ReinsJustTalk) : new(LeaveOut, words.ReinsLeaveOut),
                new(ToStart, words.ToStart),
            ]);
        },
        Take = (draft, reply, setting) => reply.Only switch
        {
            Go => new Taken<TalkDraft>.Accepted(draft with { Warned = true }),
            // It takes as long as a talk takes, so a time that was held is chosen again.
            JustTalk when IsForReport(draft) => new Taken<TalkDraft>.Accepted(
                TalkTimeSteps.NoTime(draft) with { For = Purpose.JustTalk, Concern = null, DifferenceRead = false, Warned = true }),
            LeaveOut when !IsForReport(draft) => new Taken<TalkDraft>.Accepted(draft with { Topic = Topic.RatherNot }),
            ToStart => new Taken<TalkDraft>.Accepted(draft with { ToStart = true }),
            _ => new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().ChooseOne),
        },
    };

    private static bool IsForReport(TalkDraft draft) => draft.For == Purpose.HelpWithComplaint;

    private static bool IsOfIntegrity(TalkDraft draft) => draft.Topic is Topic.Integrity or Topic.Wrongdoing;

    private static IEnumerable<string> Paragraphs(TalkDraft draft, IntakePhrases words)
    {
        if (IsOfIntegrity(draft) || draft.Concern is not Concern.Behaviour)
            yield return words.ReinsOfReport;
        if (IsForReport(draft) && draft.Concern is not Concern.Wrongdoing)
            yield return words.ReinsOfComplaint;
        yield return IsForReport(draft) ? words.ReinsOfAppWithComplaint : words.ReinsOfApp;
    }

    private static Prompt.Read Page(Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        return Explain.Page("talk-report-complaint", setting, [new(Go, words.DifferenceGo), new(ToStart, words.ToStart)]);
    }
}
