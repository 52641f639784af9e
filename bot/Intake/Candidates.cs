using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Intake;

/// <summary>Which advisors are left after what was said. An excluded advisor is in no list, at no step.</summary>
internal static class Candidates
{
    /// <summary>Who may hear of it, as far as it was said.</summary>
    public static Circle CircleOf(TalkDraft draft) => new(draft.For == Purpose.Accused, draft.MustNotKnow ?? [], []);

    /// <summary>Everybody who is there for this route, before anybody is excluded.</summary>
    public static IReadOnlyList<Advisor> OfRoute(TalkDraft draft, Setting setting) => NotExcluded(draft with { MustNotKnow = null }, setting);

    public static IReadOnlyList<Advisor> NotExcluded(TalkDraft draft, Setting setting)
    {
        var circle = CircleOf(draft);
        return [.. setting.Employer.Advisors.Where(advisor => circle.Admits(advisor, setting.Employer))];
    }

    public static IReadOnlyList<Advisor> OfSide(TalkDraft draft, Setting setting) =>
        [.. NotExcluded(draft, setting).Where(advisor => draft.Side switch
        {
            SideChoice.External => advisor.Side == Side.External,
            SideChoice.Internal => advisor.Side == Side.Internal,
            SideChoice.Either or null => true,
            _ => throw new InvalidOperationException($"{draft.Side} is not a side."),
        })];

    /// <summary>The advisors whose time may be offered.</summary>
    public static IReadOnlyList<Advisor> Chosen(TalkDraft draft, Setting setting) =>
        [.. OfSide(draft, setting).Where(advisor => (draft.Advisor is null or TalkDraft.Whoever || advisor.Id == draft.Advisor)
            && (draft.Way is not { } way || advisor.Ways.Contains(way)))];

    /// <summary>Who could take over: the others of the same choice of side, who can meet in the same way.</summary>
    public static IReadOnlyList<Advisor> Others(TalkDraft draft, Setting setting) =>
        [.. OfSide(draft, setting).Where(advisor => advisor.Id != draft.TimeWith && draft.Way is { } way && advisor.Ways.Contains(way))];

    /// <summary>Who stands in for the chosen advisor these days, if that is somebody whom this person could choose.</summary>
    public static Advisor? Substitute(TalkDraft draft, Setting setting)
    {
        var today = AmsterdamTime.DayOf(setting.Now);
        return Chosen(draft, setting).Count == 1 && Chosen(draft, setting)[0] is { } away
            && away.Hours.Absences.FirstOrDefault(absence => absence.Until >= today && absence.From <= today.AddDays(away.Hours.FurthestDay)) is { Substitute: { } id }
                ? NotExcluded(draft, setting).FirstOrDefault(advisor => advisor.Id == id && draft.Way is { } way && advisor.Ways.Contains(way))
                : null;
    }

    public static bool BothSides(TalkDraft draft, Setting setting) =>
        NotExcluded(draft, setting).Select(advisor => advisor.Side).Distinct().Count() == 2;

    public static IReadOnlyList<WayToMeet> Ways(TalkDraft draft, Setting setting) =>
        [.. Chosen(draft with { Way = null }, setting).SelectMany(advisor => advisor.Ways).Distinct().Order()];
}
