using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Language;

namespace VpBot.Appointments;

/// <summary>The steps of "my appointment".</summary>
internal static class MyAppointmentSteps
{
    public const string Start = "start";
    public const string Refresh = "refresh";
    public const string Cancel = "cancel";
    public const string Again = "again";
    public const string CodePrefix = "code:";

    public static readonly WaterfallDialog<AppointmentDraft> Dialog = new(MyAppointment.GoalName, [Which(), Code(), Sure(), Status()]);

    private static Step<AppointmentDraft> Which() => new("Which")
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().WhichQuestion,
        Applies = (draft, _) => draft.Id is null && !draft.ByCode && draft.Found is not { Count: 0 },
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
        Applies = (draft, _) => draft.Id is null,
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

    private static Step<AppointmentDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().SureQuestion,
        Applies = (draft, _) => draft.Cancelling,
        Answered = draft => !draft.Cancelling,
        Said = (_, setting) => setting.Words<AppointmentsPhrases>().SureSaid,
        Clear = draft => draft with { Cancelling = false },
        Ask = AskSure,
        Take = (draft, reply, setting) => new Taken<AppointmentDraft>.Accepted(
            AskSure(draft, setting).IsYes(reply) ? draft with { Command = Cancel } : draft),
    };

    private static Prompt.Confirm AskSure(AppointmentDraft draft, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        return new Prompt.Confirm(words.SureQuestion, words.SureWhy, AppointmentLines.Of(draft, setting), words.SureAfter, words.SureGo);
    }

    private static Step<AppointmentDraft> Status() => new("Status")
    {
        Question = (_, setting) => setting.Words<AppointmentsPhrases>().StatusQuestion,
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = AppointmentLines.Status,
        Take = (draft, reply, _) => new Taken<AppointmentDraft>.Accepted(reply.Only switch
        {
            Cancel => draft with { Cancelling = true },
            Again => draft with { Command = Again },
            CodePrefix => draft with { Id = null, ByCode = true },
            Start => draft with { Command = Start },
            _ => draft,
        }),
    };
}
