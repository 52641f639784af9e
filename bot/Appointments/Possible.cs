using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;

namespace VpBot.Appointments;

/// <summary>What can be done with an appointment as it stands now.</summary>
internal static class Possible
{
    /// <summary>Every move is a new card for the advisor, so there is an end to it.</summary>
    public const int MostRounds = 8;

    public static IReadOnlyList<Change> Of(AppointmentDraft draft, Setting setting)
    {
        if (draft.Row is not { } row || row.Employer != setting.Employer.Key)
            return [];
        return row.Slot.End < setting.Now || row.State == AppointmentState.Closed ? [Change.Forget] : [.. ToCome(row, draft, setting), Change.Forget];
    }

    private static List<Change> ToCome(AppointmentRow row, AppointmentDraft draft, Setting setting)
    {
        var stands = TalkChanges.Stands(row.State);
        var advisor = setting.Employer.Advisor(row.Advisor);
        var changes = new List<Change>();
        if (row.State is AppointmentState.Proposed && advisor is not null)
            changes.Add(Change.Agree);
        if (advisor is not null && TalkProposals.CanKeep(row, setting.Now))
            changes.Add(Change.Keep);
        if (stands && advisor is not null && row.Round < MostRounds && row.StartsAt > setting.Now)
            changes.Add(Change.Move);
        if (row.State != AppointmentState.Cancelled)
            changes.Add(Change.Cancel);
        // While the time itself is a question, neither a file nor a link is of use.
        if (row.State == AppointmentState.Proposed)
            return changes;
        if (stands && !draft.FileShown)
            changes.Add(Change.Save);
        if (stands && !draft.LinkShown && JoinLink(draft) is not null)
            changes.Add(Change.Link);
        return changes;
    }

    /// <summary>The meeting's address, when it is one of Microsoft Teams. Nothing else is ever shown as a link.</summary>
    public static Uri? JoinLink(AppointmentDraft draft) =>
        draft.Handoff?.Way == WayToMeet.Teams && Uri.TryCreate(draft.Arranged?.JoinUrl, UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps && url.Host is "teams.microsoft.com" or "teams.cloud.microsoft" && url.UserInfo.Length == 0 ? url : null;
}
