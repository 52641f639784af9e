using System.Globalization;
using VpBot.Conversation;
using VpBot.Language;

namespace VpBot.Appointments;

/// <summary>An advisor's free times by day, for whoever chooses another one: the employee in the room, or the advisor at the desk.</summary>
internal static class FreeTimesPage
{
    /// <summary>Null when there is nothing to choose from.</summary>
    public static Prompt.PickTime? Ask(Availability? offer, Setting setting, string question, string why)
    {
        if (offer is not Availability.Known { Free: { Count: > 0 } free })
            return null;
        var words = setting.Words<AppointmentsPhrases>();
        var days = free.GroupBy(slot => AmsterdamTime.DayOf(slot.Start)).Select(day => new DayOfTimes(
            setting.Tongue.SayDay(day.First().Start),
            [.. day.Select(slot => new Option(ValueOf(slot), setting.Tongue.SayTime(slot.Start)))]));
        return new Prompt.PickTime(question, why, [.. days], words.MoreDays, words.MoveGo);
    }

    /// <summary>The time that was chosen, if it is still offered.</summary>
    public static DateTimeOffset? Chosen(Availability? offer, Reply reply) =>
        offer is Availability.Known known && known.Free.Where(slot => ValueOf(slot) == reply.Only).ToList() is [var chosen] ? chosen.Start : null;

    private static string ValueOf(Slot slot) => slot.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
