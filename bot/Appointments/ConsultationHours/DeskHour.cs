using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>A press at the desk, with the hour and the number that it was drawn for.</summary>
public sealed record DeskPress(string Verb, DateTimeOffset StartsAt, int Number);

/// <summary>Nothing of the desk's line is kept in a session.</summary>
public sealed record DeskHourDraft
{
    [JsonIgnore]
    public DeskPress? Press { get; init; }

    [JsonIgnore]
    public bool ToDesk { get; init; }

    [JsonIgnore]
    public Advisor? Self { get; init; }

    [JsonIgnore]
    public WaitingLine? Line { get; init; }
}

[JsonSerializable(typeof(DeskHourDraft))]
internal sealed partial class DeskHourJson : JsonSerializerContext;

/// <summary>The advisor's own consultation hour: numbers and times, and calling the next one.</summary>
public sealed class DeskHour(EmployerDirectory directory) : Goal<DeskHourDraft>(DeskHourSteps.Dialog, static () => DeskHourJson.Default.DeskHourDraft)
{
    public const string GoalName = "desk-hour";

    public override bool AtTheDesk => true;

    protected override DeskHourDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<DeskHourDraft> GatherAsync(Database db, DeskHourDraft draft, string step, Setting setting, Guest guest) =>
        directory.Advisor(guest.Advisor ?? "") is { } self
            ? draft with { Self = self, Line = await ConsultationBook.AtDeskAsync(db, self, setting.Now) }
            : draft;

    protected override async Task<Effect<DeskHourDraft>> ActAsync(Database db, DeskHourDraft before, DeskHourDraft after, Setting setting, Guest guest)
    {
        if (after.ToDesk)
            return new(new(), null, new Outcome.GoTo(Start));
        if (after.Press is not { } press || directory.Advisor(guest.Advisor ?? "") is not { } self)
            return new(new());
        var isDone = await ConsultationBook.LineAsync(db, self, press.StartsAt, setting.Now) is { } line && press.Verb switch
        {
            // A second press finds the number called already: that is what was asked for.
            DeskHourSteps.Next => line.Called?.Number == press.Number || ConsultationBook.Call(line, press.Number),
            DeskHourSteps.Finished => ConsultationBook.End(line, press.Number, came: true),
            DeskHourSteps.NotThere => ConsultationBook.End(line, press.Number, came: false),
            _ => false,
        };
        return new(new(), isDone ? null : setting.Words<DeskHourPhrases>().Changed);
    }
}
