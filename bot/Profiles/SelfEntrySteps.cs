using System.Globalization;
using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>Which entry of a list, which day of the week, and how a consultation hour is held.</summary>
internal static class SelfEntrySteps
{
    private const int MostEntries = 40;
    private static readonly int[] Turns = [10, 15, 20, 30];

    public static Step<SelfDraft> Entry() => new("Entry")
    {
        Touches = static (_, _) => [Surface.Answers],
        Question = (_, setting) => setting.Words<SelfPhrases>().EntryQuestion,
        Applies = (draft, _) => draft.Part?.IsList() == true,
        Answered = draft => draft.Entry is not null,
        Said = (draft, setting) => draft.Entry == SelfDraft.New ? setting.Words<SelfPhrases>().New : setting.Words<SelfPhrases>().Remove,
        Clear = draft => new() { Part = draft.Part, Revision = draft.Revision, Facts = draft.Facts },
        Ask = (draft, setting) => Ask(setting, words => words.EntryQuestion, setting.Words<SelfPhrases>().EntryWhy, Options(draft, setting)),
        Take = (draft, reply, setting) => Take(reply, Options(draft, setting), setting, entry => draft with { Entry = entry }),
    };

    public static Step<SelfDraft> Weekday() => new("Weekday")
    {
        Touches = static (_, _) => [Surface.Answers],
        Question = (_, setting) => setting.Words<SelfPhrases>().WeekdayQuestion,
        Applies = (draft, _) => draft.Part == OwnPart.Week || IsNewConsultation(draft),
        Answered = draft => draft.Weekday is not null,
        Said = (draft, setting) => TypedHours.Say(draft.Weekday!.Value, setting),
        Clear = draft => draft with { Weekday = null, Hours = null },
        Ask = (draft, setting) => Ask(setting, words => words.WeekdayQuestion, null, Weekdays(draft, setting)),
        Take = (draft, reply, setting) => Take(reply, Weekdays(draft, setting), setting, day => draft with { Weekday = Enum.Parse<DayOfWeek>(day) }),
    };

    public static Step<SelfDraft> Way() => new("Way")
    {
        Touches = static (_, _) => [Surface.Answers],
        Question = (_, setting) => setting.Words<SelfPhrases>().WayQuestion,
        Applies = (draft, _) => IsNewConsultation(draft),
        Answered = draft => draft.Way is not null,
        Said = (draft, setting) => setting.Words<AppointmentsPhrases>().Way(draft.Way!.Value),
        Clear = draft => draft with { Way = null },
        Ask = (draft, setting) => Ask(setting, words => words.WayQuestion, null, Ways(draft, setting)),
        Take = (draft, reply, setting) => Take(reply, Ways(draft, setting), setting, way => draft with { Way = Enum.Parse<WayToMeet>(way) }),
    };

    public static Step<SelfDraft> Turn() => new("Turn")
    {
        Touches = static (_, _) => [Surface.Answers],
        Question = (_, setting) => setting.Words<SelfPhrases>().TurnQuestion,
        Applies = (draft, _) => IsNewConsultation(draft),
        Answered = draft => draft.Turn is not null,
        Said = (draft, setting) => setting.Words<SelfPhrases>().Minutes(draft.Turn!.Value.TotalMinutes.ToString(setting.Tongue.Culture)),
        Clear = draft => draft with { Turn = null, Hours = null },
        Ask = (draft, setting) => Ask(setting, words => words.TurnQuestion, null, TurnOptions(setting)),
        Take = (draft, reply, setting) => Take(
            reply, TurnOptions(setting), setting, turn => draft with { Turn = TimeSpan.FromMinutes(int.Parse(turn, CultureInfo.InvariantCulture)) }),
    };

    public static bool IsNewConsultation(SelfDraft draft) => draft is { Part: OwnPart.ConsultationHours, Entry: SelfDraft.New };

    /// <summary>What stands in a list, by its key.</summary>
    public static IReadOnlyList<string> Entries(OwnPart part, CalendarSettings calendar) => part switch
    {
        OwnPart.Days => [.. calendar.Exceptions.Select(Proposal.KeyOf)],
        OwnPart.Absences => [.. calendar.Absences.Select(Proposal.KeyOf)],
        OwnPart.ConsultationHours => [.. calendar.ConsultationHours.Select(Proposal.KeyOf)],
        _ => throw new InvalidOperationException($"{part} is not a list."),
    };

    internal static Prompt.Choose Ask(Setting setting, Func<SelfPhrases, string> title, string? why, IReadOnlyList<Option> options) =>
        new(title(setting.Words<SelfPhrases>()), why, options, setting.Words<SelfPhrases>().Go);

    /// <summary>One of what was offered, and nothing else.</summary>
    internal static Taken<SelfDraft> Take(Reply reply, IReadOnlyList<Option> options, Setting setting, Func<string, SelfDraft> chosen) =>
        options.Any(option => option.Value == reply.Only)
            ? new Taken<SelfDraft>.Accepted(chosen(reply.Only))
            : new Taken<SelfDraft>.Rejected(setting.Words<SelfPhrases>().ChooseOne);

    private static IReadOnlyList<Option> Options(SelfDraft draft, Setting setting)
    {
        var (words, part, calendar) = (setting.Words<SelfPhrases>(), draft.Part!.Value, draft.Known.Settings.Calendar);
        var entries = Entries(part, calendar).Select(key => new Option(key, words.RemoveThis(EntryText.Of(part, key, draft.Known, setting)))).ToList();
        return entries.Count < MostEntries ? [new(SelfDraft.New, words.New), .. entries] : entries;
    }

    private static IReadOnlyList<Option> Weekdays(SelfDraft draft, Setting setting) =>
        [.. Summary.Week.Select(day => new Option(
            day.ToString(), TypedHours.Say(day, setting), Summary.Hours(draft.Known.Settings.Calendar.Hours.GetValueOrDefault(day), setting)))];

    private static IReadOnlyList<Option> Ways(SelfDraft draft, Setting setting) =>
        [.. draft.Known.Settings.Ways.Select(way => new Option(way.ToString(), setting.Words<AppointmentsPhrases>().Way(way)))];

    private static IReadOnlyList<Option> TurnOptions(Setting setting) =>
        [.. Turns.Select(turn => new Option(turn.ToString(CultureInfo.InvariantCulture), setting.Words<SelfPhrases>().Minutes(turn.ToString(setting.Tongue.Culture))))];
}
