using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>The steps towards a place in a line.</summary>
internal static class JoinSteps
{
    public const string ToStart = "start";
    public const string OtherHour = "hours";
    public const string Join = "join";
    public const string Leave = "leave";
    public const string Refresh = "refresh";
    public const string CodePrefix = "code:";
    private const string Go = "go";
    private const string Read = "read";

    public static readonly WaterfallDialog<ConsultationDraft> Dialog =
        new(JoinConsultation.GoalName, [Hour(), Code(), Limits(), Know(), Consent(), NoteCode(), Place()]);

    private static Step<ConsultationDraft> Hour() => new("Hour")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().HourQuestion,
        Applies = (draft, _) => !draft.ByCode,
        Touches = static (_, _) => [Surface.WaitingLine],
        Answered = draft => draft.StartsAt is not null,
        Said = JoinPages.HourSaid,
        Clear = draft => draft with { Advisor = null, StartsAt = null, Reading = false, Knows = false },
        Settled = draft => draft.Number is not null,
        Ask = JoinPages.Hours,
        Take = (draft, reply, setting) => reply.Only switch
        {
            CodePrefix => new Taken<ConsultationDraft>.Accepted(draft with { ByCode = true }),
            ToStart => new Taken<ConsultationDraft>.Accepted(draft with { Command = ToStart }),
            var value => draft.Offer.FirstOrDefault(offered => JoinPages.ValueOf(offered) == value) switch
            {
                null => new Taken<ConsultationDraft>.Rejected(setting.Words<ConsultationHoursPhrases>().ChooseOne),
                { Line.Free: 0 } => new Taken<ConsultationDraft>.Rejected(setting.Words<ConsultationHoursPhrases>().Full),
                var chosen => new Taken<ConsultationDraft>.Accepted(draft with { Advisor = chosen.Advisor.Id, StartsAt = chosen.Line.Consultation.Slot.Start }),
            },
        },
    };

    private static Step<ConsultationDraft> Code() => new("Code")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().CodeQuestion,
        Applies = (draft, _) => draft.ByCode && draft.Number is null,
        Touches = static (_, _) => [Surface.ReturnCode],
        Answered = draft => !draft.ByCode,
        Said = (_, _) => "",
        Clear = draft => draft with { ByCode = false },
        Ask = (_, setting) =>
        {
            var (words, general) = (setting.Words<ConsultationHoursPhrases>(), setting.Words<AppointmentsPhrases>());
            return new Prompt.Write(words.CodeQuestion, words.CodeWhy, general.CodeLabel, general.CodeHint, 24, WritingKind.Code, words.CodeGo, null);
        },
        Take = (draft, reply, setting) => ReturnCode.Read(reply.Only) is { } code
            ? new Taken<ConsultationDraft>.Accepted(draft with { Command = CodePrefix + code })
            : new Taken<ConsultationDraft>.Rejected(setting.Words<ConsultationHoursPhrases>().CodeNotRight),
    };

    private static Step<ConsultationDraft> Limits() => new("Limits")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().KnowRead,
        Applies = (draft, _) => draft.Reading,
        Touches = JoinPages.Surfaces,
        Answered = draft => !draft.Reading,
        Said = (_, _) => "",
        Clear = draft => draft with { Reading = false },
        Ask = (_, setting) => Explain.Page("confidential-and-its-limits", setting, [new(Go, setting.Words<ConsultationHoursPhrases>().KnowGo)]),
        Take = (draft, _, _) => new Taken<ConsultationDraft>.Accepted(draft with { Reading = false }),
    };

    private static Step<ConsultationDraft> Know() => new("Know")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().KnowQuestion,
        Applies = (draft, _) => !draft.ByCode,
        Touches = JoinPages.Surfaces,
        Answered = draft => draft.Knows,
        Said = (_, setting) => setting.Words<ConsultationHoursPhrases>().KnowSaid,
        Clear = draft => draft with { Knows = false },
        Settled = draft => draft.Number is not null,
        Ask = (draft, setting) => JoinPages.Know(draft, setting, Go, Read),
        Take = (draft, reply, _) => new Taken<ConsultationDraft>.Accepted(reply.Only switch
        {
            Go => draft with { Knows = true },
            Read => draft with { Reading = true },
            _ => draft,
        }),
    };

    private static Step<ConsultationDraft> Consent() => new("Join")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().JoinQuestion,
        Applies = (draft, _) => !draft.ByCode,
        Touches = JoinPages.Surfaces,
        Answered = draft => draft.Number is not null,
        Said = (_, setting) => setting.Words<ConsultationHoursPhrases>().JoinSaid,
        Clear = draft => draft,
        Settled = draft => draft.Number is not null,
        Ask = JoinPages.Consent,
        Take = (draft, reply, setting) => new Taken<ConsultationDraft>.Accepted(
            JoinPages.Consent(draft, setting).IsYes(reply) ? draft with { Command = Join } : draft),
    };

    private static Step<ConsultationDraft> NoteCode() => new("NoteCode")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().NoteQuestion,
        Applies = (draft, _) => !draft.ByCode,
        Touches = static (draft, setting) => [.. JoinPages.Surfaces(draft, setting), Surface.ReturnCode],
        Answered = draft => draft.Number is not null && draft.Code is null,
        Said = (_, setting) => setting.Words<ConsultationHoursPhrases>().NoteSaid,
        Clear = draft => draft,
        Settled = draft => draft.Number is not null && draft.Code is null,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<ConsultationHoursPhrases>();
            return new Prompt.Tell(words.NoteQuestion, words.NoteWhy(JoinPages.Count(draft.Number ?? 0, setting)), [words.NoteOnce], [], draft.Code, [new(Go, words.NoteGo)]);
        },
        Take = (draft, _, _) => new Taken<ConsultationDraft>.Accepted(draft with { Code = null }),
    };

    private static Step<ConsultationDraft> Place() => new("Place")
    {
        Question = (_, setting) => setting.Words<ConsultationHoursPhrases>().NumberLabel,
        Touches = JoinPages.Surfaces,
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = PlacePage.Of,
        Take = (draft, reply, _) => new Taken<ConsultationDraft>.Accepted(
            reply.Only is Leave or OtherHour or ToStart ? draft with { Command = reply.Only } : draft),
    };
}
