namespace VpBot.Language;

/// <summary>How a moment is said to a person: always the time on the wall in the Netherlands.</summary>
public static class DutchTime
{
    /// <summary>"dinsdag 1 december" or "Tuesday 1 December".</summary>
    public static string SayDay(this Tongue tongue, DateTimeOffset moment) =>
        AmsterdamTime.Local(moment).ToString("dddd d MMMM", tongue.Culture);

    /// <summary>"09:30". On the autumn night the hour that comes twice is told apart by its offset.</summary>
    public static string SayTime(this Tongue tongue, DateTimeOffset moment)
    {
        var wall = AmsterdamTime.Local(moment);
        var time = wall.ToString("HH:mm", tongue.Culture);
        if (!AmsterdamTime.Zone.IsAmbiguousTime(wall.DateTime))
            return time;
        var words = tongue.Words<TimePhrases>();
        return wall.Offset == TimeSpan.FromHours(2) ? words.InSummerTime(time) : words.InWinterTime(time);
    }
}
