using System.Globalization;
using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>An amount to choose, words in both languages, and the languages an advisor speaks.</summary>
internal static class SelfValueSteps
{
    private static readonly double[] AnswerHours = [4, 8, 24, 48, 72, 120];
    private static readonly double[] TalkMinutes = [30, 45, 60, 90, 120];

    public static Step<SelfDraft> Amount() => new("Amount")
    {
        Question = (draft, setting) => setting.Words<SelfPhrases>().Part(draft.Part!.Value),
        Applies = (draft, _) => draft.Part?.IsAmount() == true,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Amount is not null,
        Said = (draft, setting) => Amounts(draft, setting).FirstOrDefault(amount => amount.Value == draft.Amount)?.Label ?? "",
        Clear = draft => draft with { Amount = null },
        Ask = (draft, setting) => SelfEntrySteps.Ask(
            setting, words => words.Part(draft.Part!.Value), setting.Words<SelfPhrases>().NowIs(Summary.Of(draft.Part!.Value, draft.Known.Settings, setting)), Amounts(draft, setting)),
        Take = (draft, reply, setting) => SelfEntrySteps.Take(reply, Amounts(draft, setting), setting, amount => draft with { Amount = amount }),
    };

    public static Step<SelfDraft> Dutch() => InTongue("Dutch", Tongue.Dutch, draft => draft.Dutch, (draft, text) => draft with { Dutch = text });

    public static Step<SelfDraft> English() => InTongue("English", Tongue.English, draft => draft.English, (draft, text) => draft with { English = text });

    public static Step<SelfDraft> Languages() => new("Languages")
    {
        Question = (_, setting) => setting.Words<SelfPhrases>().LanguagesQuestion,
        Applies = (draft, _) => draft.Part == OwnPart.Languages,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Languages is not null,
        Said = (draft, _) => string.Join(", ", draft.Languages!.Select(code => Tongue.Of(code).OwnName)),
        Clear = draft => draft with { Languages = null },
        Ask = (_, setting) => new Prompt.ChooseMany(
            setting.Words<SelfPhrases>().LanguagesQuestion, null, [.. Tongue.All.Select(tongue => new Option(tongue.Code, tongue.OwnName))], setting.Words<SelfPhrases>().Go),
        Take = (draft, reply, setting) => SelfSteps.Judge(draft with { Languages = [.. reply.Values.Distinct()] }, setting.Words<SelfPhrases>().LanguagesRule),
    };

    private static Step<SelfDraft> InTongue(string name, Tongue tongue, Func<SelfDraft, string?> text, Func<SelfDraft, string?, SelfDraft> put) => new(name)
    {
        Question = (draft, setting) => Question(draft, tongue, setting),
        Applies = (draft, _) => draft.Part?.IsWords() == true,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => text(draft) is not null,
        Said = (draft, _) => text(draft)!,
        Clear = draft => put(draft, null),
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SelfPhrases>();
            return new Prompt.Write(
                Question(draft, tongue, setting), words.WordsWhy, tongue.OwnName, null, OwnText.Longest(draft.Part!.Value), WritingKind.Words, words.Go, null)
            {
                Now = Summary.Of(draft.Part!.Value, draft.Known.Settings, setting with { Tongue = tongue }),
            };
        },
        Take = (draft, reply, setting) => OwnText.Read(reply.Only, draft.Part!.Value, out var typed) is { } fault
            ? new Taken<SelfDraft>.Rejected(setting.Words<SelfPhrases>().Text(fault))
            : new Taken<SelfDraft>.Accepted(put(draft, typed)),
    };

    private static string Question(SelfDraft draft, Tongue tongue, Setting setting) =>
        setting.Words<SelfPhrases>().WordsQuestion(setting.Words<SelfPhrases>().Part(draft.Part!.Value), tongue.OwnName);

    private static IReadOnlyList<Option> Amounts(SelfDraft draft, Setting setting)
    {
        var (words, culture) = (setting.Words<SelfPhrases>(), setting.Tongue.Culture);
        return draft.Part switch
        {
            OwnPart.RespondsWithin => [.. AnswerHours.Select(TimeSpan.FromHours)
                .Select(span => new Option(span.ToString("c"), AppointmentLines.Span(span, setting.Words<AppointmentsPhrases>())))],
            OwnPart.TalkLength => [.. TalkMinutes.Select(TimeSpan.FromMinutes)
                .Select(span => new Option(span.ToString("c"), words.Minutes(span.TotalMinutes.ToString(culture))))],
            _ => [.. Enumerable.Range(1, 8).Select(most => new Option(most.ToString(CultureInfo.InvariantCulture), most.ToString(culture)))],
        };
    }
}
