using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>How a place stands, as the person in the line reads it. Every sentence is true at this moment.</summary>
internal static class PlacePage
{
    public static Prompt Of(ConsultationDraft draft, Setting setting)
    {
        var (words, general) = (setting.Words<ConsultationHoursPhrases>(), setting.Words<AppointmentsPhrases>());
        var start = new Option(JoinSteps.ToStart, general.ToStart);
        if (draft.Place is not { } place || draft.StartsAt is not { } startsAt)
            return new Prompt.Tell(words.PlaceGone, words.PlaceGoneWhy, [], [], null, [new(JoinSteps.OtherHour, words.OtherHour), start]);

        // The advisor's hours may have changed since somebody joined, by an absence for example.
        var standing = draft.Line?.Of(place) ?? Standing.Off;
        var advisor = setting.Employer.Advisor(place.Advisor);
        return new Prompt.Tell(
            words.Place(standing),
            words.PlaceWhy(standing),
            [.. Paragraphs(draft, place, standing, setting, words), words.ForgottenAfter(setting.Tongue.SayDay(startsAt))],
            IsInLine(standing) && advisor is not null ? [.. Lines(draft, place, standing, advisor, setting)] : [],
            null,
            [.. Ways(standing, words, general), start]);
    }

    private static bool IsInLine(Standing standing) =>
        standing is Standing.Waiting or Standing.First or Standing.Next or Standing.Turn or Standing.TooLate;

    private static IEnumerable<string> Paragraphs(
        ConsultationDraft draft, ConsultationPlaceRow place, Standing standing, Setting setting, ConsultationHoursPhrases words)
    {
        if (draft.Line is not { } line)
            yield break;
        if (standing == Standing.Turn)
        {
            yield return words.ComeNow(line.Consultation.Way);
            yield return words.SayNumber(JoinPages.Count(place.Number, setting));
        }
        else if (IsInLine(standing))
        {
            yield return words.WaitUntilTurn(line.Consultation.Way);
        }
    }

    private static IEnumerable<Line> Lines(ConsultationDraft draft, ConsultationPlaceRow place, Standing standing, Advisor advisor, Setting setting)
    {
        var words = setting.Words<ConsultationHoursPhrases>();
        var way = draft.Line!.Consultation.Way;
        yield return new(words.NumberLabel, JoinPages.Count(place.Number, setting));
        if (standing is Standing.Waiting or Standing.First or Standing.Next)
        {
            yield return new(words.BeforeLabel, JoinPages.Count(draft.Line.Before(place.Number), setting));
            yield return new(words.AboutLabel, setting.Tongue.SayTime(draft.Line.About(place.Number)));
        }

        if (standing == Standing.Turn || way == WayToMeet.InPerson)
        {
            foreach (var line in WhereToGo(way, advisor, setting))
                yield return line;
        }

        foreach (var line in JoinPages.HourLines(draft, advisor, setting))
            yield return line;
    }

    /// <summary>
    /// A place to go to is known from the beginning, because one has to get there. A number to call and a meeting come with the
    /// turn: whoever used them earlier would come in on somebody else's talk.
    /// </summary>
    private static IEnumerable<Line> WhereToGo(WayToMeet way, Advisor advisor, Setting setting)
    {
        var general = setting.Words<AppointmentsPhrases>();
        return way switch
        {
            WayToMeet.Phone => [new(general.PhoneLabel, advisor.Phone)],
            WayToMeet.InPerson => [new(general.PlaceLabel, advisor.Place.In(setting.Tongue))],
            WayToMeet.Teams => [new(general.MeetingIdLabel, advisor.StandingMeeting!.MeetingId), new(general.PasscodeLabel, advisor.StandingMeeting.Passcode)],
            _ => throw new InvalidOperationException($"{way} leads nowhere."),
        };
    }

    private static IEnumerable<Option> Ways(Standing standing, ConsultationHoursPhrases words, AppointmentsPhrases general)
    {
        if (IsInLine(standing))
        {
            yield return new(JoinSteps.Refresh, general.Refresh);
            yield return new(JoinSteps.Leave, words.Leave);
        }
        else
        {
            yield return new(JoinSteps.OtherHour, words.OtherHour);
        }
    }
}
