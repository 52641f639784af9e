using VpBot.Conversation;

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
        return (Prompt?)FreeTimesPage.Ask(draft.Offer, setting, words.MoveQuestion, words.MoveWhy)
            ?? new Prompt.Tell(
                draft.Offer is Availability.Known ? words.MoveNoTime : words.MoveSilent,
                words.MoveOldStays,
                [words.CallProvider(setting.Employer.Provider.Phone)],
                [],
                null,
                [new(MyAppointmentSteps.Refresh, words.Refresh), new(MyAppointmentSteps.Keep, words.KeepAsItIs)]);
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
        return FreeTimesPage.Chosen(draft.Offer, reply) is { } start
            ? new Taken<AppointmentDraft>.Accepted(draft with { MoveTo = start })
            : new Taken<AppointmentDraft>.Rejected(reply.Values.Count == 0 ? words.MoveChoose : words.MoveTaken);
    }
}
