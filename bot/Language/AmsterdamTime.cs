namespace VpBot.Language;

/// <summary>The clock on the wall in Amsterdam. Everything an advisor or an employee reads is in this time; everything we keep is in UTC.</summary>
public static class AmsterdamTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The same moment, with the offset that holds in Amsterdam then.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The date on the calendar in Amsterdam at this moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);
}
