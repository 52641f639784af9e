using System.Text.Json;
using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Aftercare;

/// <summary>From the appointment to aftercare: to choose it, and to answer when its day has come.</summary>
internal sealed class AftercareWay(AftercareBook book) : IRequestWay
{
    public string Value => AftercareGoal.GoalName;

    public bool AtTheDesk => false;

    public int Order => 20;

    public Capability? Needs => Capability.Aftercare;

    public Task<Option?> OfferAsync(Database db, AppointmentRow row, Setting setting, Guest guest)
    {
        var words = setting.Words<AftercarePhrases>();
        return Task.FromResult<Option?>(AftercareBook.IsOffered(row) ? new(Value, book.IsDue(row) ? words.WayDue : row.AftercareAnswer is null ? words.Way : words.WayAnswered) : null);
    }

    public Outcome.GoTo Go(AppointmentRow row) => new(AftercareGoal.GoalName, AftercareGoal.LookAt(row.Id));
}

/// <summary>From the advisor's request to what the employee chose; there is nothing to see while they chose nothing.</summary>
internal sealed class DeskAftercareWay : IRequestWay
{
    public string Value => DeskAftercare.GoalName;

    public bool AtTheDesk => true;

    public int Order => 20;

    public Capability? Needs => Capability.Aftercare;

    public Task<Option?> OfferAsync(Database db, AppointmentRow row, Setting setting, Guest guest) => Task.FromResult<Option?>(
        AftercareBook.IsOffered(row) && row.AftercareWeeks is not null ? new(Value, setting.Words<AftercarePhrases>().DeskTitle) : null);

    public Outcome.GoTo Go(AppointmentRow row) =>
        new(DeskAftercare.GoalName, JsonSerializer.SerializeToUtf8Bytes(new DeskAftercareDraft { Id = row.Id }, AftercareJson.Default.DeskAftercareDraft));
}
