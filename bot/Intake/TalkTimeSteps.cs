using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>The number to call, and the time.</summary>
internal static class TalkTimeSteps
{
    public static IReadOnlyList<Step<TalkDraft>> All => [Number(), When()];

    /// <summary>Takes the chosen time back; the goal lets go of what was held.</summary>
    public static TalkDraft NoTime(TalkDraft draft) => draft with { Time = null, TimeWith = null, ChosenAt = null, HeldUntil = null };

    private static Step<TalkDraft> Number() => new("Number")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().NumberQuestion,
        Applies = (draft, _) => draft.Way == WayToMeet.Phone,
        Touches = static (_, _) => [Surface.Answers, Surface.PhoneCall],
        Answered = draft => draft.Number is not null,
        Said = (draft, setting) => draft.Number is { IsEmpty: false } number ? number.Reveal() : setting.Words<IntakePhrases>().NumberICall,
        Clear = draft => draft with { Number = null },
        Settled = draft => draft.Agreed,
        Ask = (_, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            return new Prompt.Write(words.NumberQuestion, setting.AsCards ? words.NumberWhyAsCards : words.NumberWhy, words.NumberLabel, words.NumberHint, 24, WritingKind.Phone, words.Go, words.NumberICall);
        },
        Take = (draft, reply, setting) => PhoneNumber.Read(reply.Only) is { } number
            ? new Taken<TalkDraft>.Accepted(draft with { Number = new Confidential(number) })
            : new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().NumberNotRight),
    };

    private static Step<TalkDraft> When() => new("When")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().WhenQuestion,
        Touches = TalkSurfaces.OfTalk,
        Answered = draft => draft.Time is not null,
        Said = SayHeld,
        Clear = NoTime,
        Settled = draft => draft.Agreed,
        Ask = Ask,
        Take = Take,
    };

    public static string SayTime(TalkDraft draft, Setting setting) =>
        setting.Words<AppointmentsPhrases>().At(setting.Tongue.SayDay(draft.Time!.Value), setting.Tongue.SayTime(draft.Time.Value));

    /// <summary>The chosen time with what the clock does to it, until it is agreed to.</summary>
    private static string SayHeld(TalkDraft draft, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        var time = SayTime(draft, setting);
        return draft.Agreed ? time
            : draft.HeldUntil is { } until ? words.TimeHeld(time, setting.Tongue.SayTime(until))
            : words.TimeNotHeld(time);
    }

    private static Prompt Ask(TalkDraft draft, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        if (draft.Offer is not { Times.Count: > 0 } offer)
        {
            var unknown = draft.Offer is null or { SomeUnknown: true };
            return new Prompt.Tell(
                unknown ? words.CalendarSilentQuestion : words.NoTimeQuestion,
                unknown ? words.CalendarSilentWhy : words.NoTimeWhy,
                [words.CallProvider(setting.Employer.Provider.Phone)],
                [],
                null,
                [
                    new("again", words.LookAgain),
                    .. Candidates.Substitute(draft, setting) is { } standIn ? new Option[] { new("substitute", words.ChooseSubstitute(standIn.Name)) } : [],
                    new("other", words.OtherAdvisor),
                    new("start", words.ToStart),
                ]);
        }

        var several = offer.Times.Select(time => time.Advisor).Distinct().Count() > 1;
        var days = offer.Times.OrderBy(time => time.Slot.Start)
            .GroupBy(time => AmsterdamTime.DayOf(time.Slot.Start))
            .Select(day => new DayOfTimes(
                setting.Tongue.SayDay(day.First().Slot.Start),
                [.. day.Select(time => new Option(
                    time.Value, setting.Tongue.SayTime(time.Slot.Start), several ? setting.Employer.Advisor(time.Advisor)?.Name : null))]));
        return new Prompt.PickTime(words.WhenQuestion, words.WhenWhy, [.. days], words.MoreDays, words.Go);
    }

    private static Taken<TalkDraft> Take(TalkDraft draft, Reply reply, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        switch (reply.Only)
        {
            case "again":
                return new Taken<TalkDraft>.Accepted(draft);
            case "substitute" when Candidates.Substitute(draft, setting) is { } standIn:
                return new Taken<TalkDraft>.Accepted(draft with { Side = SideChoice.Either, Advisor = standIn.Id, TakeOver = null });
            case "other":
                return new Taken<TalkDraft>.Accepted(NoTime(draft) with { Side = null, Advisor = null, Way = null, TakeOver = null });
            case "start":
                return new Taken<TalkDraft>.Accepted(draft with { ToStart = true });
        }

        if (draft.Offer?.Times.FirstOrDefault(time => time.Value == reply.Only) is { } chosen)
            return new Taken<TalkDraft>.Accepted(draft with { Time = chosen.Slot.Start, TimeWith = chosen.Advisor });
        return new Taken<TalkDraft>.Rejected(reply.Only.Contains('/') ? words.TimeJustTaken : words.ChooseOne);
    }
}
