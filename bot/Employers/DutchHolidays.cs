namespace VpBot.Employers;

/// <summary>
/// The public holidays of the Netherlands on which offices are closed. Goede Vrijdag is not among them,
/// and Bevrijdingsdag only in a lustrum year: that is what most collective agreements hold to. An advisor's exception decides otherwise.
/// </summary>
public static class DutchHolidays
{
    public static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26)
        || day == KingsDay(day.Year)
        || day == LiberationDay(day.Year)
        || IsAroundEaster(day.DayNumber - Easter(day.Year).DayNumber);

    /// <summary>Eerste Paasdag, by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var lunarShift = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - (century / 4) - lunarShift + 15) % 30;
        var untilSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - fullMoon - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * fullMoon) + (22 * untilSunday)) / 451;
        var (month, day) = Math.DivRem(fullMoon + untilSunday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    private static DateOnly? LiberationDay(int year) => year % 5 == 0 ? new DateOnly(year, 5, 5) : null;

    // Eerste and Tweede Paasdag, Hemelvaartsdag, Eerste and Tweede Pinksterdag.
    private static bool IsAroundEaster(int daysAfterEaster) => daysAfterEaster is 0 or 1 or 39 or 49 or 50;
}
