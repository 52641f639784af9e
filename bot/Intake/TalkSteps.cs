using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>The way to a talk, step by step. The order is the order of this list and nothing else.</summary>
internal static class TalkSteps
{
    public static readonly WaterfallDialog<TalkDraft> Dialog = new(MyAppointment.TalkGoal,
    [
        For(), ReportSteps.Difference(), ReportSteps.WouldBeAbout(), About(), ReportSteps.Reins(), ..FromMustNotKnow,
    ]);

    /// <summary>What every way to a talk has in common: from who must not know to the return code.</summary>
    public static IReadOnlyList<Step<TalkDraft>> FromMustNotKnow =>
    [
        MustNotKnow(), NobodyLeft(), Sides(), WithWhom(), How(), ..TalkTimeSteps.All, CalledAs(), TakeOverBy(), ..TalkEndSteps.All,
    ];

    private static Step<TalkDraft> For() => EnumStep<Purpose>(
        "For",
        words => words.ForQuestion,
        words => words.ForWhy,
        (words, purpose) => new Option(purpose.ToString(), words.Purpose(purpose), words.PurposeDetail(purpose)),
        draft => draft.For,
        // What someone comes for decides how long it takes, so a time that was held is chosen again.
        (draft, value) => value is null
            ? TalkTimeSteps.NoTime(draft) with { For = null, DifferenceRead = false, Concern = null, Warned = false }
            : draft with { For = value });

    private static Step<TalkDraft> About() => EnumStep<Topic>(
        "About",
        words => words.AboutQuestion,
        words => words.AboutWhy,
        (words, topic) => new Option(topic.ToString(), words.Topic(topic)),
        draft => draft.Topic,
        (draft, value) => draft with { Topic = value, Warned = false });

    private static Step<TalkDraft> MustNotKnow() => new("MustNotKnow")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().MustNotKnowQuestion,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.MustNotKnow is not null,
        Said = (draft, setting) => draft.MustNotKnow is { Count: > 0 } excluded
            ? string.Join(", ", WhoMightNotKnow(draft, setting).Where(option => excluded.Contains(option.Value)).Select(option => option.Label))
            : setting.Words<IntakePhrases>().MustNotKnowNobody,
        Settled = draft => draft.Agreed,
        Clear = draft => TalkTimeSteps.NoTime(draft) with { MustNotKnow = null, Side = null, Advisor = null, Way = null, TakeOver = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            return new Prompt.ChooseMany(words.MustNotKnowQuestion, words.MustNotKnowWhy, [.. WhoMightNotKnow(draft, setting)], words.Go);
        },
        Take = (draft, reply, setting) => new Taken<TalkDraft>.Accepted(StillMeant(setting, draft with
        {
            MustNotKnow = [.. reply.Values.Where(value => WhoMightNotKnow(draft, setting).Any(option => option.Value == value)).Distinct().Order(StringComparer.Ordinal)],
        })),
    };

    /// <summary>Who came for one advisor, and says that this one must not know, chooses again.</summary>
    private static TalkDraft StillMeant(Setting setting, TalkDraft draft) =>
        draft.Advisor is { } meant && meant != TalkDraft.Whoever && Candidates.NotExcluded(draft, setting).All(advisor => advisor.Id != meant)
            ? draft with { Side = null, Advisor = null }
            : draft;

    /// <summary>The advisors of this route, and people to whom some of them may stand close. To whom, and how, is not said.</summary>
    private static IEnumerable<Option> WhoMightNotKnow(TalkDraft draft, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        return Candidates.OfRoute(draft, setting).Select(advisor => new Option(advisor.Id, advisor.Name, words.AdvisorOf(advisor.Side)))
            .Concat(setting.Employer.People.Select(person => new Option(person.Value, person.Label.In(setting.Tongue))));
    }

    private static Step<TalkDraft> NobodyLeft() => new("NobodyLeft")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().NobodyLeftQuestion,
        Applies = (draft, setting) => Candidates.NotExcluded(draft, setting).Count == 0,
        Touches = static (_, _) => [Surface.Answers],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            return new Prompt.Tell(
                words.NobodyLeftQuestion,
                words.NobodyLeftWhy,
                [words.CallProvider(setting.Employer.Provider.Phone)],
                [],
                null,
                [new("change", words.NobodyLeftChange), new("start", words.ToStart)]);
        },
        Take = (draft, reply, _) => new Taken<TalkDraft>.Accepted(reply.Only == "change" ? draft with { MustNotKnow = null } : draft with { ToStart = true }),
    };

    private static Step<TalkDraft> Sides() => EnumStep<SideChoice>(
        "Sides",
        words => words.SideQuestion,
        words => words.SideWhy,
        (words, side) => new Option(side.ToString(), words.SideChoice(side), words.SideChoiceDetail(side)),
        draft => draft.Side,
        (draft, value) => value is null
            ? TalkTimeSteps.NoTime(draft) with { Side = null, Advisor = null, Way = null, TakeOver = null }
            : draft with { Side = value }) with
    {
        Applies = Candidates.BothSides,
    };

    private static Step<TalkDraft> WithWhom() => new("WithWhom")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().WithWhomQuestion,
        Applies = (draft, setting) => Candidates.OfSide(draft, setting).Count > 1,
        Touches = TalkSurfaces.OfChoice,
        Answered = draft => draft.Advisor is not null,
        Said = (draft, setting) => setting.Employer.Advisor(draft.Advisor!)?.Name ?? setting.Words<IntakePhrases>().Whoever,
        Settled = draft => draft.Agreed,
        Clear = draft => TalkTimeSteps.NoTime(draft) with { Advisor = null, Way = null, TakeOver = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            var profiles = Candidates.OfSide(draft, setting).Select(advisor => Profile.Of(advisor, setting));
            return new Prompt.Choose(
                words.WithWhomQuestion, words.WithWhomWhy, [.. profiles, new Option(TalkDraft.Whoever, words.Whoever, words.WhoeverDetail)], words.Go);
        },
        Take = (draft, reply, setting) =>
            reply.Only == TalkDraft.Whoever || Candidates.OfSide(draft, setting).Any(advisor => advisor.Id == reply.Only)
                ? new Taken<TalkDraft>.Accepted(draft with { Advisor = reply.Only })
                : new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().ChooseOne),
    };

    private static Step<TalkDraft> How() => new("How")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().HowQuestion,
        Touches = TalkSurfaces.OfWays,
        Answered = draft => draft.Way is not null,
        Said = (draft, setting) => setting.Words<AppointmentsPhrases>().Way(draft.Way!.Value),
        Settled = draft => draft.Agreed,
        Clear = draft => TalkTimeSteps.NoTime(draft) with { Way = null, Number = null, TakeOver = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            var appointments = setting.Words<AppointmentsPhrases>();
            return new Prompt.Choose(
                words.HowQuestion,
                words.HowWhy,
                [.. Candidates.Ways(draft, setting).Select(way => new Option(way.ToString(), appointments.Way(way), appointments.WayDetail(way)))],
                words.Go);
        },
        Take = (draft, reply, setting) => Read<WayToMeet>(reply.Only) is { } way && Candidates.Ways(draft, setting).Contains(way)
            ? new Taken<TalkDraft>.Accepted(draft with { Way = way })
            : new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().ChooseOne),
    };

    private static Step<TalkDraft> CalledAs() => new("CalledAs")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().CalledAsQuestion,
        Touches = TalkSurfaces.OfTalk,
        Answered = draft => draft.CalledAs is not null,
        Said = (draft, setting) => draft.CalledAs is { IsEmpty: false } name ? name.Reveal() : setting.Words<IntakePhrases>().RatherNot,
        Clear = draft => draft with { CalledAs = null },
        Settled = draft => draft.Agreed,
        Ask = (_, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            return new Prompt.Write(
                words.CalledAsQuestion, words.CalledAsWhy, words.CalledAsLabel, null, 40, WritingKind.Words, words.Go, words.RatherNot);
        },
        Take = (draft, reply, setting) => PlainText.Read(reply.Only, 40) is { } name
            ? new Taken<TalkDraft>.Accepted(draft with { CalledAs = new Confidential(name) })
            : new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().CalledAsTooLong),
    };

    private static Step<TalkDraft> TakeOverBy() => EnumStep<TakeOver>(
        "TakeOver",
        words => words.TakeOverQuestion,
        words => words.TakeOverWhy,
        (words, choice) => new Option(choice.ToString(), words.TakeOver(choice)),
        draft => draft.TakeOver,
        (draft, value) => draft with { TakeOver = value }) with
    {
        Applies = (draft, setting) => draft.TimeWith is not null && Candidates.Others(draft, setting).Count > 0,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            var names = string.Join(", ", Candidates.Others(draft, setting).Select(advisor => advisor.Name));
            return new Prompt.Choose(
                words.TakeOverQuestion,
                words.TakeOverWhy,
                [
                    new(nameof(TakeOver.AskMe), words.TakeOver(TakeOver.AskMe), words.TakeOverDetailAskMe),
                    new(nameof(TakeOver.Others), words.TakeOver(TakeOver.Others), words.TakeOverDetailOthers(names)),
                ],
                words.Go);
        },
    };

    public static Step<TalkDraft> EnumStep<T>(
        string name,
        Func<IntakePhrases, string> question,
        Func<IntakePhrases, string> why,
        Func<IntakePhrases, T, Option> option,
        Func<TalkDraft, T?> get,
        Func<TalkDraft, T?, TalkDraft> set) where T : struct, Enum => new(name)
        {
            Question = (_, setting) => question(setting.Words<IntakePhrases>()),
            Touches = TalkSurfaces.OfChoice,
            Answered = draft => get(draft) is not null,
            Said = (draft, setting) => option(setting.Words<IntakePhrases>(), get(draft)!.Value).Label,
            Clear = draft => set(draft, null),
            Settled = draft => draft.Agreed,
            Ask = (_, setting) =>
            {
                var words = setting.Words<IntakePhrases>();
                return new Prompt.Choose(question(words), why(words), [.. Enum.GetValues<T>().Select(value => option(words, value))], words.Go);
            },
            Take = (draft, reply, setting) => Read<T>(reply.Only) is { } value
                ? new Taken<TalkDraft>.Accepted(set(draft, value))
                : new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().ChooseOne),
        };

    /// <summary>Only a name of the list is a value; a number, which Enum.Parse would take, is not.</summary>
    private static T? Read<T>(string text) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text) && Enum.TryParse<T>(text, out var value) ? value : null;
}
