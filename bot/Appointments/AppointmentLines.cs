using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments;

/// <summary>How an appointment stands, as the employee reads it. Every sentence is true at this moment.</summary>
internal static class AppointmentLines
{
    public static Prompt Status(AppointmentDraft draft, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        var start = new Option(MyAppointmentSteps.Start, words.ToStart);
        if (draft.Forgotten)
            return new Prompt.Tell(words.Forgotten, words.ForgottenWhy, [], [], null, [start]);
        if (draft.Row is not { } row || row.Employer != setting.Employer.Key)
        {
            return new Prompt.Tell(
                words.Gone, words.GoneWhy, [words.CallProvider(setting.Employer.Provider.Phone)], [], null, [start]);
        }

        var past = row.Slot.End < setting.Now && row.State is not (AppointmentState.Cancelled or AppointmentState.Closed);
        if (draft.Handoff is null)
        {
            return new Prompt.Tell(
                words.Unreadable, words.UnreadableWhy, [words.CallProvider(setting.Employer.Provider.Phone)], [], null,
                [new(MyAppointmentSteps.ValueOf(Change.Forget), words.Change(Change.Forget)), start]);
        }

        return new Prompt.Tell(
            past ? words.StatusQuestion : words.State(row.State),
            past ? words.Took : row.KeepsOldTime ? words.ProposedAndOldTime : words.StateWhy(row.State),
            Paragraphs(row, past, draft.Handoff.Agreed.Contains(row.Advisor), setting, words),
            row.State is AppointmentState.Cancelled or AppointmentState.Closed || TalkChanges.IsWithNobody(row.State) ? [] : Of(draft, setting),
            null,
            [.. Ways(draft, past, setting, words), start, .. setting.InTeams ? [new Option(MyAppointmentSteps.CodePrefix, words.WithCode)] : Array.Empty<Option>()])
        {
            Link = draft.LinkShown && !past && Possible.JoinLink(draft) is { } url ? new Link(words.LinkOpen, url) : null,
            File = draft.FileShown && !past ? words.FileGet : null,
        };
    }

    public static string Say(DateTimeOffset start, Setting setting) =>
        setting.Words<AppointmentsPhrases>().At(setting.Tongue.SayDay(start), setting.Tongue.SayTime(start));

    public static IReadOnlyList<Line> Of(AppointmentDraft draft, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        if (draft.Row is not { } row || draft.Handoff is not { } handoff)
            return [];
        var advisor = setting.Employer.Advisor(row.Advisor);
        var proposed = row.ProposedAt is { } other ? new Line[] { new(words.ProposedLabel, Say(other, setting)) } : [];
        List<Line> lines =
        [
            new(words.WhenLabel, Say(row.StartsAt, setting)),
            .. proposed,
            new(words.WithLabel, advisor?.Name ?? setting.Employer.Provider.Name),
            new(words.WayLabel, words.Way(handoff.Way)),
            new(words.PhoneLabel, advisor?.Phone ?? setting.Employer.Provider.Phone),
        ];
        if (handoff.Way == WayToMeet.InPerson && advisor is not null)
            lines.Add(new(words.PlaceLabel, advisor.Place.In(setting.Tongue)));
        if (handoff.Way == WayToMeet.Teams && MeetingOf(draft, advisor) is var (number, passcode))
            lines.AddRange([new(words.MeetingIdLabel, number), new(words.PasscodeLabel, passcode)]);
        lines.Add(new(words.ReferenceLabel, handoff.Reference));
        return lines;
    }

    /// <summary>The meeting made for this talk, or the advisor's own one where there is no mailbox.</summary>
    private static (string Number, string Passcode)? MeetingOf(AppointmentDraft draft, Advisor? advisor) => advisor switch
    {
        ExternalAdvisor { Mailbox: not null } => draft.Arranged is { MeetingNumber: { } number, Passcode: { } passcode } ? (number, passcode) : null,
        { StandingMeeting: { } meeting } => (meeting.MeetingId, meeting.Passcode),
        _ => null,
    };

    private static IReadOnlyList<string> Paragraphs(AppointmentRow row, bool past, bool isTakenOver, Setting setting, AppointmentsPhrases words)
    {
        var paragraphs = new List<string>();
        if (!past && isTakenOver && TalkChanges.Stands(row.State))
            paragraphs.Add(words.TakenOver);
        if (!past && row is { KeepsOldTime: true, AnswerBy: { } chooseBy })
            paragraphs.Add(words.ChooseBy(Say(chooseBy, setting)));
        if (!past && row.State is (AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen)
            && setting.Employer.Advisor(row.Advisor) is { } advisor)
        {
            paragraphs.Add(words.RespondsWithin(Span(advisor.RespondsWithin, words)));
            if (row.AnswerBy is { } answerBy && answerBy > setting.Now)
                paragraphs.Add(words.GoesOn(Say(answerBy, setting)));
        }

        paragraphs.Add(words.CallProvider(setting.Employer.Provider.Phone));
        if (row.State != AppointmentState.Cancelled)
        {
            var day = setting.Tongue.SayDay(row.ForgetAt);
            paragraphs.Add(past || row.State is AppointmentState.Accepted or AppointmentState.Closed || TalkChanges.IsWithNobody(row.State)
                ? words.ForgottenOn(day)
                : words.ForgottenUnaccepted(day));
        }

        return paragraphs;
    }

    private static IEnumerable<Option> Ways(AppointmentDraft draft, bool past, Setting setting, AppointmentsPhrases words)
    {
        var row = draft.Row!;
        var over = past || row.State == AppointmentState.Cancelled;
        if (row.State == AppointmentState.Closed)
            yield return new(MyAppointmentSteps.Again, words.AnotherTalk);
        else if (!past && TalkChanges.IsWithNobody(row.State))
            yield return new(MyAppointmentSteps.Again, words.ChooseAgain);
        else if (!over && row.State != AppointmentState.Proposed)
            yield return new(MyAppointmentSteps.Refresh, words.Refresh);
        foreach (var way in draft.Ways)
            yield return way;
        foreach (var change in Possible.Of(draft, setting))
            yield return new(MyAppointmentSteps.ValueOf(change), words.Change(change));
    }

    public static string Span(TimeSpan span, AppointmentsPhrases words) => span.TotalDays switch
    {
        < 1 => words.Hours(((int)Math.Ceiling(span.TotalHours)).ToString(words.Tongue.Culture)),
        1 => words.OneDay,
        var days => words.Days(((int)Math.Ceiling(days)).ToString(words.Tongue.Culture)),
    };
}
