using System.Globalization;
using VpBot.Conversation;
using VpBot.Language;

namespace VpBot.Appointments;

/// <summary>Another time with the same advisor. The old time stays until the new one is confirmed.</summary>
internal static class MoveStep
{
    public static Step<AppointmentDraft> NewTime() => new(MyAppointmentSteps.NewTime)
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().MoveQuestion,
        Applies = (draft, _) => draft.Doing == Change.Move,
        Touches = AppointmentSurfaces.OfTalk,
        Answered = draft => draft.MoveTo is not null,
        Said = (draft, setting) => AppointmentLines.Say(draft.MoveTo!.Value, setting),
        Clear = draft => draft.MoveTo is null ? draft with { Doing = null } : draft with { MoveTo = null },
        Ask = Ask,
        Take = Take,
    };

    private static Prompt Ask(AppointmentDraft draft, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        if (draft.Offer is not Availability.Known { Free: { Count: > 0 } free })
        {
            var isKnown = draft.Offer is Availability.Known;
            return new Prompt.Tell(
                isKnown ? words.MoveNoTime : words.MoveSilent,
                words.MoveOldStays,
                [words.CallProvider(setting.Employer.Provider.Phone)],
                [],
                null,
                [new(MyAppointmentSteps.Refresh, words.Refresh), new(MyAppointmentSteps.Keep, words.KeepAsItIs)]);
        }

        var days = free.GroupBy(slot => AmsterdamTime.DayOf(slot.Start)).Select(day => new DayOfTimes(
            setting.Tongue.SayDay(day.First().Start),
            [.. day.Select(slot => new Option(ValueOf(slot), setting.Tongue.SayTime(slot.Start)))]));
        return new Prompt.PickTime(words.MoveQuestion, words.MoveWhy, [.. days], words.MoreDays, words.MoveGo);
    }

    private static Taken<AppointmentDraft> Take(AppointmentDraft draft, Reply reply, Setting setting)
    {
        switch (reply.Only)
        {
            case MyAppointmentSteps.Keep:
                return new Taken<AppointmentDraft>.Accepted(draft with { Doing = null });
            case MyAppointmentSteps.Refresh:
                return new Taken<AppointmentDraft>.Accepted(draft);
        }

        var words = setting.Words<AppointmentsPhrases>();
        return draft.Offer is Availability.Known known && known.Free.Where(slot => ValueOf(slot) == reply.Only).ToList() is [var chosen]
            ? new Taken<AppointmentDraft>.Accepted(draft with { MoveTo = chosen.Start })
            : new Taken<AppointmentDraft>.Rejected(reply.Values.Count == 0 ? words.MoveChoose : words.MoveTaken);
    }

    private static string ValueOf(Slot slot) => slot.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
