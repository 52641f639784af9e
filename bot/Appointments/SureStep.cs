using VpBot.Appointments.Booking;
using VpBot.Conversation;

namespace VpBot.Appointments;

/// <summary>One page before every change: what it does, who learns of it, and what can be seen of it.</summary>
internal static class SureStep
{
    public static Step<AppointmentDraft> Sure() => new("Sure")
    {
        Question = (draft, setting) => Ask(draft, setting).Title,
        Applies = (draft, _) => draft.Doing is not null,
        Touches = AppointmentSurfaces.OfChange,
        Answered = draft => draft.Doing is null,
        Said = (_, setting) => setting.Words<AppointmentsPhrases>().SureSaid,
        Clear = draft => draft.MoveTo is not null ? draft with { MoveTo = null } : draft with { Doing = null },
        Ask = Ask,
        // Only the button below these very lines says yes: the time or the words may have changed since the page was drawn.
        Take = (draft, reply, setting) => Ask(draft, setting).IsYes(reply)
            ? new Taken<AppointmentDraft>.Accepted(draft with { Command = MyAppointmentSteps.Yes })
            : new Taken<AppointmentDraft>.Rejected(setting.Words<AppointmentsPhrases>().SureChanged),
    };

    private static Prompt.Confirm Ask(AppointmentDraft draft, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        var advisor = draft.Row is { } row ? setting.Employer.Advisor(row.Advisor)?.Name ?? "" : "";
        return draft.Doing switch
        {
            Change.Move => new(words.MoveSure, words.MoveSureWhy(advisor), HandedOver(draft, draft.MoveTo), words.MoveSureAfter, words.MoveSureGo),
            Change.Agree => new(words.AgreeSure, words.MoveSureWhy(advisor), HandedOver(draft, draft.Row?.ProposedAt), words.AgreeSureAfter, words.AgreeSureGo),
            Change.Keep => new(words.KeepSure, words.MoveSureWhy(advisor), HandedOver(draft, draft.Row?.StartsAt), words.KeepSureAfter, words.KeepSureGo),
            Change.Save => new(words.FileSure, words.FileSureWhy, [new(words.FileInIt, words.FileContent)], words.FileSureAfter, words.FileSureGo),
            Change.Link => new(words.LinkSure, words.LinkSureWhy, LinkSeen(words), words.LinkSureAfter, words.LinkSureGo),
            Change.Forget => new(words.ForgetSure, words.ForgetSureWhy, Forgotten(draft, setting, words), words.ForgetSureAfter, words.ForgetSureGo),
            Change.Cancel or null => new(words.SureQuestion, words.SureWhy, AppointmentLines.Of(draft, setting), words.SureAfter, words.SureGo),
            _ => throw new InvalidOperationException($"{draft.Doing} has no page."),
        };
    }

    /// <summary>Word for word what the advisor gets to read, with the new time in it.</summary>
    private static IReadOnlyList<Line> HandedOver(AppointmentDraft draft, DateTimeOffset? start) =>
        draft.Handoff is { } handoff && start is { } time
            ? [.. handoff.At(time).Lines.Select(line => new Line(line.Label, line.Text.Reveal()))]
            : [];

    /// <summary>What goes, who learns of it, and what nobody can take back.</summary>
    private static IReadOnlyList<Line> Forgotten(AppointmentDraft draft, Setting setting, AppointmentsPhrases words)
    {
        var told = draft.Row is { } row && TalkChanges.IsToldOfForgetting(row, setting.Now);
        return
        [
            new(words.ForgetHere, words.ForgetHereWhat),
            new(words.ForgetAdvisor, told ? words.ForgetAdvisorTold : words.ForgetAdvisorSilent),
            new(words.ForgetCopies, words.ForgetCopiesWhat),
            new(words.ForgetNot, words.ForgetNotWhat),
        ];
    }

    private static IReadOnlyList<Line> LinkSeen(AppointmentsPhrases words) =>
        [new(words.LinkAtWork, words.LinkAtWorkSeen), new(words.LinkOwn, words.LinkOwnSeen), new(words.LinkItself, words.LinkItselfSeen)];
}
