using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>From the desk to the line of the advisor's own consultation hour, on the day that there is one.</summary>
internal sealed class DeskHourWay(EmployerDirectory directory) : IWayIn
{
    public string Goal => DeskHour.GoalName;

    public bool AtTheDesk => true;

    public int Order => 10;

    public async Task<Option?> OfferAsync(Database db, Setting setting, Guest guest) =>
        directory.Advisor(guest.Advisor ?? "") is { } self && await ConsultationBook.AtDeskAsync(db, self, setting.Now) is { } line
            ? DeskHourSteps.WayIn(Goal, line, setting)
            : null;
}
