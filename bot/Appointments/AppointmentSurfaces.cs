using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Appointments;

/// <summary>What can be seen of a talk, by who gives it and how people meet.</summary>
public static class AppointmentSurfaces
{
    public static IReadOnlyList<Surface> Of(Advisor? advisor, WayToMeet? way) => [Surface.Request, .. OfAdvisor(advisor), .. OfWay(way)];

    public static IEnumerable<Surface> OfAdvisor(Advisor? advisor) => advisor switch
    {
        InternalAdvisor => [Surface.InternalAdvisorCalled, Surface.InternalAdvisorDesk],
        ExternalAdvisor { Mailbox: not null } => [Surface.AdvisorCalendar],
        _ => [],
    };

    public static IEnumerable<Surface> OfWay(WayToMeet? way) => way switch
    {
        WayToMeet.Phone => [Surface.PhoneCall],
        WayToMeet.Teams => [Surface.OnlineMeeting],
        WayToMeet.InPerson => [Surface.InPerson],
        null => [],
        _ => throw new InvalidOperationException($"{way} is not a way to meet."),
    };

    internal static IReadOnlyList<Surface> OfTalk(AppointmentDraft draft, Setting setting) =>
        [.. draft.Row is { } row ? Of(setting.Employer.Advisor(row.Advisor), draft.Handoff?.Way) : [Surface.Request], .. draft.LinkShown ? [Surface.JoinLink] : Array.Empty<Surface>()];

    internal static IReadOnlyList<Surface> OfChange(AppointmentDraft draft, Setting setting) => draft.Doing switch
    {
        Change.Save => [Surface.OwnCalendar],
        Change.Link => [Surface.JoinLink, Surface.OnlineMeeting],
        Change.Cancel or Change.Move or Change.Agree or Change.Keep or Change.Forget or null => OfTalk(draft, setting),
        _ => throw new InvalidOperationException($"{draft.Doing} touches nothing that is known."),
    };
}
