using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>The last page: what changes, what that means for talks that stand, and the profile as employees will see it.</summary>
internal static class SelfSure
{
    public static Step<SelfDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<SelfPhrases>().SureQuestion,
        Applies = (draft, _) => draft.Part is not null,
        Touches = static (_, _) => [Surface.Request],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = Ask,
        Take = (draft, reply, setting) => new Taken<SelfDraft>.Accepted(draft with { Save = Ask(draft, setting).IsYes(reply) }),
    };

    private static Prompt.Confirm Ask(SelfDraft draft, Setting setting)
    {
        var (words, part, facts) = (setting.Words<SelfPhrases>(), draft.Part!.Value, draft.Known);
        var own = Proposal.Of(draft) with { Kept = Consequences.Today(facts, setting.Now) };
        var after = facts.Source.With(own) ?? facts.Self;
        IReadOnlyList<Line> outside = part.IsAboutTime() ? [.. Consequences.Lines(facts, after.Hours, setting)] : [];
        var removes = part == OwnPart.Restore || draft.Entry is { } entry && entry != SelfDraft.New;
        return new Prompt.Confirm(
            part == OwnPart.Restore ? words.RestoreQuestion : removes ? words.RemoveQuestion : words.SureQuestion,
            words.SureWhy,
            [.. Changed(draft, own, setting, words), .. outside],
            outside.Count > 0 ? words.OutsideAfter : null,
            removes ? words.RemoveGo : words.Save)
        {
            Shown = part.IsInProfile() ? [.. Tongue.All.Select(tongue => Show(after, setting with { Tongue = tongue }, words))] : [],
        };
    }

    private static IEnumerable<Line> Changed(SelfDraft draft, OwnChoices own, Setting setting, SelfPhrases words)
    {
        var (part, facts) = (draft.Part!.Value, draft.Known);
        var then = own.Over(facts.Source.Settings);
        if (part == OwnPart.Restore)
        {
            foreach (var each in Enum.GetValues<OwnPart>().Where(each => each != OwnPart.Restore))
                yield return new(words.Part(each), Summary.Of(each, own, facts, setting));
        }
        else if (draft.Entry is { } entry && entry != SelfDraft.New)
        {
            yield return new(words.Remove, EntryText.Of(part, entry, facts, setting));
        }
        else
        {
            yield return part switch
            {
                OwnPart.Week => new(TypedHours.Say(draft.Weekday!.Value, setting), Summary.Hours(draft.Hours, setting)),
                OwnPart.Days => new(words.Part(part), EntryText.Of(then.Calendar.Exceptions.First(day => day.Date == draft.From), setting)),
                OwnPart.Absences => new(words.Part(part), EntryText.Of(then.Calendar.Absences.First(each => each.From == draft.From && each.Until == draft.Until), facts, setting)),
                OwnPart.ConsultationHours => new(words.Part(part), EntryText.Of(then.Calendar.ConsultationHours[^1], setting)),
                _ => new(words.Part(part), Summary.Of(part, own, facts, setting)),
            };
        }
    }

    private static Shown Show(Advisor advisor, Setting setting, SelfPhrases words) =>
        new(words.ShownIn(setting.Tongue.OwnName), Profile.Of(advisor, setting), setting.Tongue);
}
