using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>What to change, then a question or two, then how it will be, to be saved.</summary>
internal static class SelfSteps
{
    public static readonly WaterfallDialog<SelfDraft> Dialog = new(Self.GoalName,
    [
        Part(), SelfEntrySteps.Entry(), SelfEntrySteps.Weekday(), SelfEntrySteps.Way(), SelfEntrySteps.Turn(),
        SelfDaySteps.From(), SelfDaySteps.Until(), SelfDaySteps.Substitute(), SelfHoursStep.Hours(),
        SelfValueSteps.Amount(), SelfValueSteps.Dutch(), SelfValueSteps.English(), SelfValueSteps.Languages(), SelfPhotoStep.Photo(), SelfSure.Sure(),
    ]);

    /// <summary>Accepts what the rules of the settings allow.</summary>
    public static Taken<SelfDraft> Judge(SelfDraft draft, string otherwise) =>
        draft.Known.Source.With(Proposal.Of(draft)) is null ? new Taken<SelfDraft>.Rejected(otherwise) : new Taken<SelfDraft>.Accepted(draft);

    private static Step<SelfDraft> Part() => new("Part")
    {
        Question = (_, setting) => setting.Words<SelfPhrases>().Question,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => draft.Part is not null,
        Said = (draft, setting) => setting.Words<SelfPhrases>().Part(draft.Part!.Value),
        Clear = draft => new() { Facts = draft.Facts },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SelfPhrases>();
            return new Prompt.Choose(words.Question, Why(draft.Known, setting, words), [.. Parts(draft.Known, setting, words)], words.Go);
        },
        Take = (draft, reply, setting) => Parts(draft.Known, setting, setting.Words<SelfPhrases>()).Any(part => part.Value == reply.Only)
            ? new Taken<SelfDraft>.Accepted(Begin(Enum.Parse<OwnPart>(reply.Only), draft.Known))
            : new Taken<SelfDraft>.Rejected(setting.Words<SelfPhrases>().ChooseOne),
    };

    /// <summary>A list in which nothing stands yet is not asked about.</summary>
    private static SelfDraft Begin(OwnPart part, SelfFacts facts) => new()
    {
        Part = part,
        Revision = facts.Revision,
        Entry = part.IsList() && SelfEntrySteps.Entries(part, facts.Settings.Calendar).Count == 0 ? SelfDraft.New : null,
    };

    private static string Why(SelfFacts facts, Setting setting, SelfPhrases words)
    {
        var outside = Consequences.Outside(facts, facts.Self.Hours).Count;
        return facts.IsLeftAside ? words.LeftAside : outside > 0 ? words.SomeOutside(outside.ToString(setting.Tongue.Culture)) : words.Why;
    }

    private static IEnumerable<Option> Parts(SelfFacts facts, Setting setting, SelfPhrases words)
    {
        foreach (var part in Enum.GetValues<OwnPart>().Where(part => part != OwnPart.Restore))
            yield return new(part.ToString(), words.Part(part), Summary.Of(part, facts.Own, facts, setting));
        if (!facts.Own.IsEmpty || facts.IsLeftAside)
            yield return new(nameof(OwnPart.Restore), words.Part(OwnPart.Restore), words.RestoreDetail);
    }
}
