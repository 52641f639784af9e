using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.ConsultationHours;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

public sealed record DeskDraft
{
    public string? Id { get; init; }

    /// <summary>The round that the advisor was looking at.</summary>
    public int Round { get; init; }
    public bool PassingOn { get; init; }

    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public IReadOnlyList<AppointmentRow> Waiting { get; init; } = [];

    [JsonIgnore]
    public WaitingLine? Hour { get; init; }

    [JsonIgnore]
    public bool ToHour { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public Handoff? Handoff { get; init; }
}

[JsonSerializable(typeof(DeskDraft))]
internal sealed partial class DeskJson : JsonSerializerContext;

/// <summary>The advisor's desk: what is waiting, and an answer to it. An advisor sees their own requests and no others.</summary>
public sealed class Desk(AppointmentBook book, HandoffActions actions, EmployerDirectory directory)
    : Goal<DeskDraft>(DeskSteps.Dialog, DeskJson.Default.DeskDraft)
{
    public const string GoalName = "desk";

    public override bool AtTheDesk => true;

    protected override DeskDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<DeskDraft> GatherAsync(Database db, DeskDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft.Id is not { } id)
        {
            // Tracked, and looked at again below: what this turn just changed is not saved yet.
            var waiting = await db.Set<AppointmentRow>()
                .Where(row => row.Advisor == guest.Advisor && (row.State == AppointmentState.Sending || row.State == AppointmentState.Delivered
                    || row.State == AppointmentState.Seen || row.State == AppointmentState.Accepted || row.State == AppointmentState.Proposed || row.State == AppointmentState.Cancelled))
                .OrderBy(row => row.StartsAt).Take(50).ToListAsync();
            return draft with
            {
                Waiting = [.. waiting.Where(row => row.Advisor == guest.Advisor && IsForAdvisor(row.State))],
                Hour = directory.Advisor(guest.Advisor ?? "") is { } self ? await ConsultationBook.AtDeskAsync(db, self, setting.Now) : null,
            };
        }

        var found = await book.FindAsync(db, id);
        if (found is null || found.Advisor != guest.Advisor || found.Round != draft.Round)
            return draft with { Row = null, Handoff = null };
        book.See(found);
        return draft with { Row = found, Handoff = book.HandoffOf(found) };
    }

    protected override async Task<Effect<DeskDraft>> ActAsync(Database db, DeskDraft before, DeskDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null, Waiting = [], Hour = null, ToHour = false, Row = null, Handoff = null };
        if (after.ToHour)
            return new(draft, null, new Outcome.GoTo(DeskHour.GoalName));
        if (after.Command is not { } verb || draft.Id is not { } id || directory.Advisor(guest.Advisor!) is not { } advisor)
            return new(draft);
        var row = await book.FindAsync(db, id);
        var wasOpen = row is not null && row.Round == draft.Round && row.Advisor == advisor.Id && row.State != AppointmentState.Cancelled;
        var passedOn = await actions.ActAsync(db, row, draft.Round, advisor, verb);
        draft = draft with { PassingOn = false };
        return passedOn ? new(draft with { Id = null }) : new(draft, wasOpen ? null : setting.Words<HandoffsPhrases>().RequestChanged);
    }

    private static bool IsForAdvisor(AppointmentState state) =>
        state is not (AppointmentState.NeedsChoice or AppointmentState.Undelivered);
}
