namespace VpBot.Tests.Support;

/// <summary>Both external advisors are there all day, so that every round has a time of its own and somebody to pass on to.</summary>
internal static class AllDay
{
    public static Dictionary<string, string> Settings(IReadOnlyDictionary<string, string> others)
    {
        var settings = others.ToDictionary();
        foreach (var advisor in new[] { "sanne", "amir" })
        {
            foreach (var day in Enum.GetNames<DayOfWeek>())
            {
                settings[$"Provider__Advisors__{advisor}__Calendar__Hours__{day}__0"] = "08:00-20:00";
                settings[$"Provider__Advisors__{advisor}__Calendar__Hours__{day}__1"] = "20:00-22:00";
            }
        }

        return settings;
    }
}
