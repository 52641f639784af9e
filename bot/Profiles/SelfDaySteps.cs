using System.Globalization;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>A day that differs, or the days of an absence and who stands in.</summary>
internal static class SelfDaySteps
{
    private const int LongestDate = 40;
    private const string Nobody = "nobody";

    public static Step<SelfDraft> From() => new("From")
    {
        Question = Question,
        Applies = (draft, _) => draft is { Part: OwnPart.Days or OwnPart.Absences, Entry: SelfDraft.New },
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.From is not null,
        Said = (draft, setting) => TypedHours.Say(draft.From!.Value, setting),
        Clear = draft => draft with { From = null, Until = null, Hours = null },
        Ask = (draft, setting) => AskDate(Question(draft, setting), setting),
        Take = (draft, reply, setting) => TypedHours.Date(reply.Only, setting, AmsterdamTime.DayOf(setting.Now)) is { } date
            ? new Taken<SelfDraft>.Accepted(draft with { From = date })
            : new Taken<SelfDraft>.Rejected(setting.Words<SelfPhrases>().DateRule),
    };

    public static Step<SelfDraft> Until() => new("Until")
    {
        Question = (_, setting) => setting.Words<SelfPhrases>().UntilQuestion,
        Applies = IsAbsence,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Until is not null,
        Said = (draft, setting) => TypedHours.Say(draft.Until!.Value, setting),
        Clear = draft => draft with { Until = null },
        Ask = (_, setting) => AskDate(setting.Words<SelfPhrases>().UntilQuestion, setting),
        Take = (draft, reply, setting) => TypedHours.Date(reply.Only, setting, AmsterdamTime.DayOf(setting.Now)) is { } date
            ? SelfSteps.Judge(draft with { Until = date }, setting.Words<SelfPhrases>().UntilRule)
            : new Taken<SelfDraft>.Rejected(setting.Words<SelfPhrases>().DateRule),
    };

    public static Step<SelfDraft> Substitute() => new("Substitute")
    {
        Question = (_, setting) => setting.Words<SelfPhrases>().SubstituteQuestion,
        Applies = IsAbsence,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Substitute is not null,
        Said = (draft, setting) => draft.Facts?.Others.FirstOrDefault(other => other.Id == draft.Substitute)?.Name ?? setting.Words<SelfPhrases>().Nobody,
        Clear = draft => draft with { Substitute = null },
        Ask = (draft, setting) => SelfEntrySteps.Ask(setting, words => words.SubstituteQuestion, setting.Words<SelfPhrases>().SubstituteWhy, Substitutes(draft, setting)),
        Take = (draft, reply, setting) => SelfEntrySteps.Take(
            reply, Substitutes(draft, setting), setting, chosen => draft with { Substitute = chosen == Nobody ? "" : chosen }),
    };

    private static bool IsAbsence(SelfDraft draft, Setting setting) => draft is { Part: OwnPart.Absences, Entry: SelfDraft.New };

    private static string Question(SelfDraft draft, Setting setting) =>
        draft.Part == OwnPart.Days ? setting.Words<SelfPhrases>().DayQuestion : setting.Words<SelfPhrases>().FromQuestion;

    private static Prompt.Write AskDate(string question, Setting setting)
    {
        var words = setting.Words<SelfPhrases>();
        var example = AmsterdamTime.DayOf(setting.Now).AddDays(14).ToString("d-M-yyyy", CultureInfo.InvariantCulture);
        return new(question, null, words.DateLabel, words.DateHint(example), LongestDate, WritingKind.Plain, words.Go, null);
    }

    private static IReadOnlyList<Option> Substitutes(SelfDraft draft, Setting setting) =>
        [.. draft.Known.Others.Select(other => new Option(other.Id, other.Name)), new(Nobody, setting.Words<SelfPhrases>().Nobody)];
}
