using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>The working hours that an advisor set in Outlook: one span for all their days, on the Dutch clock.</summary>
public sealed record WorkingHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until)
{
    /// <summary>The days and the widest span of the hours in the settings template.</summary>
    internal static WorkingHours Of(JsonNode hours)
    {
        var days = hours.AsObject().Where(day => day.Value!.AsArray().Count > 0).ToList();
        var spans = days.SelectMany(day => day.Value!.AsArray()).Select(span => span.String()!.Split('-')).ToList();
        return new([.. days.Select(day => Enum.Parse<DayOfWeek>(day.Key))], spans.Min(span => Clock(span[0])), spans.Max(span => Clock(span[1])));
    }

    internal JsonObject Json => new()
    {
        ["daysOfWeek"] = new JsonArray([.. Days.Select(day => (JsonNode)day.ToString().ToLowerInvariant())]),
        ["startTime"] = Text(From),
        ["endTime"] = Text(Until),
        ["timeZone"] = new JsonObject { ["name"] = GraphZone.WesternEurope.Name },
    };

    private static TimeOnly Clock(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}
