using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Appointments;

/// <summary>The steps of "my appointment".</summary>
internal static class MyAppointmentSteps
{
    public const string Start = "start";
    public const string Refresh = "refresh";
    public const string Again = "again";
    public const string Keep = "keep";
    public const string Yes = "yes";
    public const string CodePrefix = "code:";
    public const string NewTime = "NewTime";

    public static readonly WaterfallDialog<AppointmentDraft> Dialog =
        new(MyAppointment.GoalName, [Which(), Code(), MoveStep.NewTime(), SureStep.Sure(), Status()]);

    /// <summary>The value of a button that begins a change.</summary>
    public static string ValueOf(Change change) => change.ToString().ToLowerInvariant();

    private static Step<AppointmentDraft> Which() => new("Which")
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().WhichQuestion,
        Applies = (draft, _) => draft.Id is null && !draft.Forgotten && !draft.ByCode && draft.Found is not { Count: 0 },
        Touches = static (_, _) => [Surface.ReturnCode],
        Answered = draft => draft.Id is not null,
        Said = (_, _) => "",
        Clear = draft => draft with { Id = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<AppointmentsPhrases>();
            var options = draft.Found!.Select(row => new Option(row.Id, words.At(setting.Tongue.SayDay(row.StartsAt), setting.Tongue.SayTime(row.StartsAt))));
            return new Prompt.Choose(words.WhichQuestion, words.WhichWhy, [.. options, new Option(CodePrefix, words.WithCode)], words.CodeGo);
        },
        Take = (draft, reply, _) => new Taken<AppointmentDraft>.Accepted(
            draft.Found?.FirstOrDefault(row => row.Id == reply.Only) is { } row ? draft with { Id = row.Id } : draft with { ByCode = true }),
    };

    private static Step<AppointmentDraft> Code() => new("Code")
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().CodeQuestion,
        Applies = (draft, _) => draft.Id is null && !draft.Forgotten,
        Touches = static (_, _) => [Surface.ReturnCode],
        Answered = draft => draft.Id is not null,
        Said = (_, _) => "",
        Clear = draft => draft with { Id = null },
        Ask = (_, setting) =>
        {
            var words = setting.Words<AppointmentsPhrases>();
            return new Prompt.Write(words.CodeQuestion, words.CodeWhy, words.CodeLabel, words.CodeHint, 24, WritingKind.Code, words.CodeGo, null);
        },
        Take = (draft, reply, setting) => ReturnCode.Read(reply.Only) is { } code
            ? new Taken<AppointmentDraft>.Accepted(draft with { Command = CodePrefix + code })
            : new Taken<AppointmentDraft>.Rejected(setting.Words<AppointmentsPhrases>().CodeNotRight),
    };

    private static Step<AppointmentDraft> Status() => new("Status")
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().StatusQuestion,
        Touches = AppointmentSurfaces.OfTalk,
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = AppointmentLines.Status,
        Take = (draft, reply, setting) => new Taken<AppointmentDraft>.Accepted(reply.Only switch
        {
            Again => draft with { Command = Again },
            CodePrefix => draft with { Id = null, ByCode = true, FileShown = false, LinkShown = false },
            Start => draft with { Command = Start },
            var value when draft.Ways.Any(way => way.Value == value) => draft with { Command = value },
            var value => Possible.Of(draft, setting).Where(change => ValueOf(change) == value).Select(change => (Change?)change).FirstOrDefault() is { } change
                ? draft with { Doing = change, MoveTo = null }
                : draft,
        }),
    };
}
