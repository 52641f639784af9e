using System.Text.Json.Serialization;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>The line of one of the employer's advisors.</summary>
public sealed record OfferedLine(Advisor Advisor, WaitingLine Line);

/// <summary>A place in a line: which hour, which number, and what was read before.</summary>
public sealed record ConsultationDraft
{
    public string? Advisor { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
    public int? Number { get; init; }
    public bool ByCode { get; init; }

    /// <summary>The limits of confidentiality lie open.</summary>
    public bool Reading { get; init; }
    public bool Knows { get; init; }

    /// <summary>The return code, until it is noted.</summary>
    public string? Code { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public IReadOnlyList<OfferedLine> Offer { get; init; } = [];

    /// <summary>The line of the hour that was chosen; null when the advisor is not there after all.</summary>
    [JsonIgnore]
    public WaitingLine? Line { get; init; }

    [JsonIgnore]
    public ConsultationPlaceRow? Place { get; init; }
}

[JsonSerializable(typeof(ConsultationDraft))]
internal sealed partial class ConsultationJson : JsonSerializerContext;

/// <summary>A place in the line of a consultation hour: joined without a name, found again with a code, given up with one press.</summary>
public sealed class JoinConsultation(ConsultationBook book, CodeGuessing guessing)
    : Goal<ConsultationDraft>(JoinSteps.Dialog, static () => ConsultationJson.Default.ConsultationDraft)
{
    public const string GoalName = "consultation";

    public override Capability? Needs => Capability.ConsultationHours;

    protected override ConsultationDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<ConsultationDraft> GatherAsync(Database db, ConsultationDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft.StartsAt is { } start)
        {
            var line = setting.Employer.Advisor(draft.Advisor!) is { } advisor ? await ConsultationBook.LineAsync(db, advisor, start, setting.Now) : null;
            var place = draft.Number is { } number ? await ConsultationBook.FindAsync(db, draft.Advisor!, start, number, setting.Now) : null;
            return draft with { Line = line, Place = place };
        }

        var offer = new List<OfferedLine>();
        // A line asks nothing, so it cannot keep two sides of one matter apart: advisors for accused people hold none here.
        foreach (var advisor in setting.Employer.Advisors.Where(advisor => !setting.Employer.IsForAccused(advisor)))
            offer.AddRange((await ConsultationBook.LinesAsync(db, advisor, setting.Now)).Where(line => line.CanJoin).Select(line => new OfferedLine(advisor, line)));
        return draft with { Offer = [.. offer.OrderBy(offered => offered.Line.Consultation.Slot.Start)] };
    }

    protected override async Task<Effect<ConsultationDraft>> ActAsync(
        Database db, ConsultationDraft before, ConsultationDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null, Offer = [], Line = null, Place = null };
        switch (after.Command)
        {
            case JoinSteps.ToStart:
                return new(draft, null, new Outcome.GoTo(Start));
            case JoinSteps.OtherHour:
                return new(new());
            case JoinSteps.Join:
                return await JoinAsync(db, draft, setting);
            case JoinSteps.Leave:
                if (await ConsultationBook.FindAsync(db, draft.Advisor!, draft.StartsAt!.Value, draft.Number!.Value, setting.Now) is { } place)
                    ConsultationBook.Leave(place);
                return new(draft);
            case { } code when code.StartsWith(JoinSteps.CodePrefix, StringComparison.Ordinal):
                return await OpenAsync(db, draft, code[JoinSteps.CodePrefix.Length..], setting, guest);
            default:
                return new(draft);
        }
    }

    /// <summary>The return code is shown once: back does not lead past it.</summary>
    protected override bool MayTurnAway(ConsultationDraft draft) => draft.Code is null;

    protected override bool HadItsEffect(ConsultationDraft draft) => draft.Number is not null;

    private async Task<Effect<ConsultationDraft>> JoinAsync(Database db, ConsultationDraft draft, Setting setting)
    {
        var code = ReturnCode.New();
        return setting.Employer.Advisor(draft.Advisor!) is { } advisor
            && await book.JoinAsync(db, advisor, draft.StartsAt!.Value, code, setting.Now) is { } number
            ? new(draft with { Number = number, Code = code })
            : new(new(), setting.Words<ConsultationHoursPhrases>().Full);
    }

    private async Task<Effect<ConsultationDraft>> OpenAsync(Database db, ConsultationDraft draft, string code, Setting setting, Guest guest)
    {
        var row = guessing.MayTry(guest.Door) ? await book.FindByCodeAsync(db, code, setting.Now) : null;
        // One line for all employers of an advisor; a code opens it where that advisor serves.
        if (row is not null && setting.Employer.Advisor(row.Advisor) is not null)
            return new(draft with { Advisor = row.Advisor, StartsAt = row.StartsAt, Number = row.Number });
        guessing.WasWrong(guest.Door);
        return new(draft, setting.Words<ConsultationHoursPhrases>().CodeNotRight);
    }
}
