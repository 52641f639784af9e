namespace VpBot.Tests.Support;

/// <summary>
/// Both external advisors are there all day, so that every round has a time of its own and somebody to pass on to. The break is as
/// long as two buffers: the last talk before it takes away no time after it, at whatever hour the tests run.
/// </summary>
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
                settings[$"Provider__Advisors__{advisor}__Calendar__Hours__{day}__1"] = "20:30-22:00";
            }
        }

        return settings;
    }
}
