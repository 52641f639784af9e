using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
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

    /// <summary>Where else one can go from the first page.</summary>
    [JsonIgnore]
    public IReadOnlyList<Option> Ways { get; init; } = [];

    /// <summary>Where else one can go from this request.</summary>
    [JsonIgnore]
    public IReadOnlyList<Option> RequestWays { get; init; } = [];

    [JsonIgnore]
    public string? Towards { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public Handoff? Handoff { get; init; }
}

[JsonSerializable(typeof(DeskDraft))]
internal sealed partial class DeskJson : JsonSerializerContext;

/// <summary>The advisor's desk: what is waiting, and an answer to it. An advisor sees their own requests and no others.</summary>
public sealed class Desk(
    AppointmentBook book, HandoffActions actions, EmployerDirectory directory, IEnumerable<IWayIn> ways, IEnumerable<IRequestWay> requestWays)
    : Goal<DeskDraft>(DeskSteps.Dialog, DeskJson.Default.DeskDraft)
{
    public const string GoalName = "desk";

    public override bool AtTheDesk => true;

    /// <summary>A draft that looks at one request, for a goal that was entered from it.</summary>
    public static byte[] LookAt(AppointmentRow row) =>
        JsonSerializer.SerializeToUtf8Bytes(new DeskDraft { Id = row.Id, Round = row.Round }, DeskJson.Default.DeskDraft);

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
                Ways = await ways.OfferedAsync(atTheDesk: true, db, setting, guest),
            };
        }

        var found = await book.FindAsync(db, id);
        if (found is null || found.Advisor != guest.Advisor || found.Round != draft.Round)
            return draft with { Row = null, Handoff = null };
        book.See(found);
        return draft with
        {
            Row = found,
            Handoff = book.HandoffOf(found),
            RequestWays = await requestWays.OfferedAsync(atTheDesk: true, db, found, setting, guest),
        };
    }

    protected override async Task<Effect<DeskDraft>> ActAsync(Database db, DeskDraft before, DeskDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null, Waiting = [], Ways = [], RequestWays = [], Towards = null, Row = null, Handoff = null };
        if (after.Towards is { } towards)
            return new(draft, null, after.Row is { } from ? requestWays.Of(atTheDesk: true, towards)?.Go(from) : new Outcome.GoTo(towards));
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
