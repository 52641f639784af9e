using System.Globalization;
using System.Text;
using VpBot.Conversation;
using VpBot.Language;

namespace VpBot.Appointments;

/// <summary>
/// An appointment for one's own calendar, as iCalendar (RFC 5545). It says when, and nothing else: no place, no person, no
/// organizer, no address of ours, and an id that leads nowhere.
/// </summary>
internal static class OwnCalendarFile
{
    public static GoalFile Of(Slot slot, Setting setting)
    {
        var words = setting.Words<AppointmentsPhrases>();
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Calendar//EN",
            "BEGIN:VEVENT",
            $"UID:{Guid.CreateVersion7(setting.Now):N}",
            $"DTSTAMP:{Utc(setting.Now)}",
            $"DTSTART:{Utc(slot.Start)}",
            $"DTEND:{Utc(slot.End)}",
            $"SUMMARY:{words.FileSubject}",
            "CLASS:PRIVATE",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        return new GoalFile(words.FileName, "text/calendar; charset=utf-8", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
    }

    private static string Utc(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
