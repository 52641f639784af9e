using System.Text.Json.Serialization;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Appointments;

/// <summary>What someone does with an appointment they made: see it, cancel it, choose again.</summary>
public sealed record AppointmentDraft
{
    public string? Id { get; init; }
    public bool ByCode { get; init; }
    public bool Cancelling { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public IReadOnlyList<AppointmentRow>? Found { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public Handoff? Handoff { get; init; }

    [JsonIgnore]
    public Arrangement? Arranged { get; init; }
}

/// <summary>My appointment: found by the pseudonym from Teams, or by the return code.</summary>
public sealed class MyAppointment(AppointmentBook book, CodeGuessing guessing)
    : Goal<AppointmentDraft>(MyAppointmentSteps.Dialog, AppointmentsJson.Default.AppointmentDraft)
{
    public const string GoalName = "appointment";
    public const string TalkGoal = "talk";

    /// <summary>A draft that looks at one appointment, for the goal that made it.</summary>
    public static byte[] LookAt(string id) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new AppointmentDraft { Id = id }, AppointmentsJson.Default.AppointmentDraft);

    protected override AppointmentDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<AppointmentDraft> GatherAsync(Database db, AppointmentDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft.Id is { } id)
        {
            var row = await book.FindAsync(db, id);
            return draft with { Row = row, Handoff = row is null ? null : book.HandoffOf(row), Arranged = row is null ? null : book.ArrangedOf(row) };
        }

        if (draft.Found is not null)
            return draft;
        var found = guest.Person is { } person ? await book.OfPersonAsync(db, setting.Employer, person) : [];
        return found.Count == 1 && !draft.ByCode
            ? await GatherAsync(db, draft with { Id = found[0].Id, Found = found }, step, setting, guest)
            : draft with { Found = found };
    }

    protected override async Task<Effect<AppointmentDraft>> ActAsync(
        Database db, AppointmentDraft before, AppointmentDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null };
        switch (after.Command)
        {
            case MyAppointmentSteps.Start:
                return new(draft, null, new Outcome.GoTo(Goal<AppointmentDraft>.Start));
            case MyAppointmentSteps.Cancel:
                // Called off already, in another room: the page then says so.
                if (await ActiveAsync(db, draft, setting) is { } active)
                    await book.CancelAsync(db, active);
                return new(draft with { Cancelling = false });
            case MyAppointmentSteps.Again when await ActiveAsync(db, draft, setting) is { } row:
                await book.CancelAsync(db, row);
                return new(draft, null, new Outcome.GoTo(TalkGoal));
            case MyAppointmentSteps.Again:
                return new(draft, null, new Outcome.GoTo(TalkGoal));
            case { } code when code.StartsWith(MyAppointmentSteps.CodePrefix, StringComparison.Ordinal):
                return await OpenAsync(db, draft, code[MyAppointmentSteps.CodePrefix.Length..], setting, guest);
            default:
                return new(draft);
        }
    }

    private async Task<Effect<AppointmentDraft>> OpenAsync(Database db, AppointmentDraft draft, string code, Setting setting, Guest guest)
    {
        var row = guessing.MayTry(guest.Door) ? await book.FindByCodeAsync(db, setting.Employer, code) : null;
        if (row is not null)
            return new(draft with { Id = row.Id });
        guessing.WasWrong(guest.Door);
        return new(draft, setting.Words<AppointmentsPhrases>().CodeNotRight);
    }

    private async Task<AppointmentRow?> ActiveAsync(Database db, AppointmentDraft draft, Setting setting) =>
        draft.Id is { } id && await book.FindAsync(db, id) is { } row
        && row.Employer == setting.Employer.Key && row.State != AppointmentState.Cancelled ? row : null;
}
