using System.Globalization;
using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Register.Yearly;

internal static class ReportSteps
{
    private const string Release = "release";
    private const string ToDesk = "desk";

    public static readonly WaterfallDialog<ReportDraft> Dialog = new(ReportDesk.GoalName, [WhichEmployer(), WhichYear(), Sure(), Report()]);

    private static Step<ReportDraft> WhichEmployer() => new("Employer")
    {
        Question = (_, setting) => setting.Words<YearlyPhrases>().EmployerQuestion,
        Touches = static (_, _) => [Surface.YearlyFigures],
        Answered = draft => draft.Employer is not null,
        Settled = draft => draft.OnlyOne,
        Said = (draft, _) => draft.EmployerName,
        Clear = draft => draft with { Employer = null, Year = null, Releasing = false },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<YearlyPhrases>();
            return draft.Employers.Count == 0
                ? new Prompt.Tell(words.NotYours, words.NotYoursWhy, [], [], null, [new(ToDesk, words.ToDesk)])
                : new Prompt.Choose(words.EmployerQuestion, words.EmployerWhy, [.. draft.Employers.Select(employer => new Option(employer.Key, employer.Name))], words.Go);
        },
        Take = (draft, reply, setting) =>
            draft.Employers.Count == 0 ? new Taken<ReportDraft>.Accepted(draft with { ToDesk = true })
            : draft.Employers.Any(employer => employer.Key == reply.Only) ? new Taken<ReportDraft>.Accepted(draft with { Employer = reply.Only })
            : new Taken<ReportDraft>.Rejected(setting.Words<YearlyPhrases>().ChooseOne),
    };

    private static Step<ReportDraft> WhichYear() => new("Year")
    {
        Question = (_, setting) => setting.Words<YearlyPhrases>().YearQuestion,
        Touches = static (_, _) => [Surface.YearlyFigures],
        Answered = draft => draft.Year is not null,
        Said = (draft, _) => draft.Year is { } year ? Say(year) : "",
        Clear = draft => draft with { Year = null, Releasing = false },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<YearlyPhrases>();
            var years = draft.Years.Select(known => new Option(Say(known.Year), Say(known.Year), known.Released ? words.YearReleased : words.YearOpen));
            return new Prompt.Choose(words.YearQuestion, words.YearWhy, [.. years], words.Go);
        },
        Take = (draft, reply, setting) => draft.Years.Where(known => Say(known.Year) == reply.Only).Select(known => (int?)known.Year).FirstOrDefault() is { } year
            ? new Taken<ReportDraft>.Accepted(draft with { Year = year })
            : new Taken<ReportDraft>.Rejected(setting.Words<YearlyPhrases>().ChooseOne),
    };

    private static Step<ReportDraft> Sure() => new("Sure")
    {
        Question = (draft, setting) => setting.Words<YearlyPhrases>().SureQuestion(Say(draft.Year ?? 0)),
        Applies = (draft, _) => draft.Releasing,
        Touches = static (_, _) => [Surface.YearlyFigures],
        Answered = draft => !draft.Releasing,
        Said = (_, _) => "",
        Clear = draft => draft with { Releasing = false },
        Ask = AskSure,
        Take = (draft, reply, setting) => new Taken<ReportDraft>.Accepted(AskSure(draft, setting).IsYes(reply) ? draft with { Yes = true } : draft),
    };

    private static Prompt.Confirm AskSure(ReportDraft draft, Setting setting)
    {
        var words = setting.Words<YearlyPhrases>();
        var total = draft.Preview is { Without: null } report ? report.Total.ToString(setting.Tongue.Culture) : words.SureNoFigures;
        return new Prompt.Confirm(
            words.SureQuestion(Say(draft.Year ?? 0)), words.SureWhy,
            [new(words.SureEmployer, draft.EmployerName), new(words.SureTotal, total)], words.SureAfter, words.SureGo);
    }

    private static Step<ReportDraft> Report() => new("Report")
    {
        Question = (draft, setting) => setting.Words<YearlyPhrases>().Title(Say(draft.Year ?? 0)),
        Touches = static (_, _) => [Surface.YearlyFigures],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<YearlyPhrases>();
            var title = words.Title(Say(draft.Year ?? 0));
            var desk = new Option(ToDesk, words.ToDesk);
            return draft switch
            {
                { Released: { } released } => new Prompt.Read(
                    title, words.ReleasedWhy(draft.EmployerName), $"<p>{words.HandOver}</p>\n{released.Bodies.GetValueOrDefault(setting.Tongue.Code, "")}", [desk])
                {
                    Files = [.. released.Files.Where(file => file.Tongue == setting.Tongue.Code).Select(file => FileOf(file, setting))],
                },
                { Preview: { } preview } => new Prompt.Read(
                    title, words.PreviewWhy(draft.EmployerName), ReportBody.Draw(preview, setting.Tongue), [new(Release, words.Release), desk]),
                _ => new Prompt.Tell(words.NotYours, words.NotYoursWhy, [], [], null, [desk]),
            };
        },
        Take = (draft, reply, _) => new Taken<ReportDraft>.Accepted(reply.Only switch
        {
            Release when draft.Preview is not null => draft with { Releasing = true },
            ToDesk => draft with { ToDesk = true },
            _ => draft,
        }),
    };

    private static Option FileOf(ReportFile file, Setting setting) => new(
        file.Name,
        setting.Words<YearlyPhrases>().File(file.Kind),
        file.Question is { } question ? setting.Words<RegisterPhrases>().Question(question) : null);

    private static string Say(int year) => year.ToString(CultureInfo.InvariantCulture);
}
