using VpBot.Appointments;
using VpBot.Language;

namespace VpBot.Handoffs;

/// <summary>The headings of the desk's first page, in the order in which an advisor needs them.</summary>
public enum DeskGroup
{
    Waiting,
    Today,
    ThisWeek,
    Later,
    Past,
    Further,
}

internal static class DeskGroups
{
    /// <summary>What waits for an answer comes first, whenever its talk is; everything else by its day on the calendar in Amsterdam.</summary>
    public static DeskGroup Of(AppointmentRow row, DateTimeOffset now)
    {
        var (day, today) = (AmsterdamTime.DayOf(row.StartsAt), AmsterdamTime.DayOf(now));
        return row.Slot.End <= now ? DeskGroup.Past
            : HandoffActions.IsOpen(row.State) ? DeskGroup.Waiting
            : day == today ? DeskGroup.Today
            : day <= Sunday(today) ? DeskGroup.ThisWeek
            : DeskGroup.Later;
    }

    private static DateOnly Sunday(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
