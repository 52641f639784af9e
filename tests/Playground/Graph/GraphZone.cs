using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpBot.Playground;

/// <summary>A time zone by the name that Graph knows it by. Exchange has a fixed list; <c>Europe/Amsterdam</c> is not on it.</summary>
internal sealed partial record GraphZone(string Name, TimeZoneInfo Info)
{
    private const string WallClock = "yyyy-MM-dd'T'HH:mm:ss.fffffff";

    public static GraphZone Utc { get; } = new("UTC", TimeZoneInfo.Utc);

    public static GraphZone WesternEurope { get; } = new("W. Europe Standard Time", TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    /// <summary>Null when this emulation does not take the name; Graph then answers 400.</summary>
    public static GraphZone? Named(string? name) => new[] { Utc, WesternEurope }.FirstOrDefault(zone => zone.Name == name);

    /// <summary>What <c>Prefer: outlook.timezone="…"</c> asks for; UTC when it does not.</summary>
    public static GraphZone? Preferred(string prefer) => TimeZonePreference().Match(prefer) is { Success: true } match ? Named(match.Groups[1].Value) : Utc;

    /// <summary>The moment of a wall clock time in this zone; one that the clock skips is read with the offset from before the change.</summary>
    public DateTimeOffset At(DateTime wallClock) => new(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), Info.GetUtcOffset(wallClock));

    public DateTime On(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Info).DateTime;

    /// <summary>When a stretch on the clock of this zone is really: twice, when it begins in the hour that autumn repeats.</summary>
    public IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Passages(DateTime wallClock, TimeSpan length)
    {
        var (start, end) = (DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), DateTime.SpecifyKind(wallClock + length, DateTimeKind.Unspecified));
        if (Info.IsAmbiguousTime(start)) return Info.GetAmbiguousTimeOffsets(start).Select(offset => (new DateTimeOffset(start, offset), new DateTimeOffset(end, offset)));
        return [(At(start), Info.IsAmbiguousTime(end) ? new(end, Info.GetAmbiguousTimeOffsets(end).Max()) : At(end))];
    }

    public JsonObject Write(DateTimeOffset at) => new()
    {
        ["dateTime"] = On(at).ToString(WallClock, CultureInfo.InvariantCulture),
        ["timeZone"] = Name,
    };

    /// <summary>A <c>dateTimeTimeZone</c>; null when the zone or the time is not one.</summary>
    public static DateTimeOffset? Read(JsonNode? moment)
    {
        if (Named(moment.At("timeZone").String()) is not { } zone) return null;
        var text = moment.At("dateTime").String();
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return null;
        return time.Kind == DateTimeKind.Unspecified ? zone.At(time) : new DateTimeOffset(time);
    }

    /// <summary>A plain instant, as online meetings and subscriptions carry it.</summary>
    public static DateTimeOffset? Instant(JsonNode? instant) =>
        DateTimeOffset.TryParse(instant.String(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(WallClock + "'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("""outlook\.timezone\s*=\s*"([^"]*)"?""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TimeZonePreference();
}
