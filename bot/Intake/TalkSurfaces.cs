using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>What can be seen of a talk that is being asked for, as far as it has been chosen.</summary>
internal static class TalkSurfaces
{
    /// <summary>While somebody still chooses: whatever could come of the advisors who are left.</summary>
    public static IReadOnlyList<Surface> OfChoice(TalkDraft draft, Setting setting) =>
        [Surface.Answers, Surface.Request, .. Candidates.Chosen(draft, setting).SelectMany(AppointmentSurfaces.OfAdvisor)];

    public static IReadOnlyList<Surface> OfWays(TalkDraft draft, Setting setting) =>
        [.. OfChoice(draft, setting), .. Candidates.Ways(draft, setting).SelectMany(way => AppointmentSurfaces.OfWay(way))];

    /// <summary>Who gets the request, and who may take it over.</summary>
    public static IReadOnlyList<Surface> OfTalk(TalkDraft draft, Setting setting) =>
    [
        Surface.Answers,
        .. draft.TimeWith is { } id ? AppointmentSurfaces.Of(setting.Employer.Advisor(id), draft.Way) : OfChoice(draft, setting),
        .. AppointmentSurfaces.OfWay(draft.Way),
        .. draft.TakeOver == TakeOver.AskMe ? [] : Candidates.Others(draft, setting).SelectMany(AppointmentSurfaces.OfAdvisor),
    ];
}
