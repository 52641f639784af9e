using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>A folder that keeps something beside a talk.</summary>
public interface IBesideTalk
{
    /// <summary>The talk is called off, passed on or forgotten: what must not outlive that goes in the same transaction.</summary>
    Task LetGoAsync(Database db, AppointmentRow talk, EndReason why);
}
