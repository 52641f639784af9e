using System.Globalization;
using System.Text.RegularExpressions;
using VpBot.Conversation;

namespace VpBot.Profiles;

/// <summary>Times and dates as people type them. Whether they can be is for the rules of the settings.</summary>
internal static partial class TypedHours
{
    /// <summary>"9.00 – 12:00, 13:00-17:00" as the settings write it: "09:00-12:00" and "13:00-17:00".</summary>
    public static List<string> Spans(string typed) =>
        [.. typed.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(span => Short().Replace(Spaces().Replace(span, "").Replace('–', '-').Replace('.', ':'), "0"))];

    public static string Typed(IEnumerable<string> spans) => string.Join(", ", spans);

    /// <summary>A date from today on and within two years; null for anything else.</summary>
    public static DateOnly? Date(string typed, Setting setting, DateOnly today)
    {
        string[] shapes = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-M-d", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy"];
        return DateOnly.TryParseExact(typed.Trim(), shapes, setting.Tongue.Culture, DateTimeStyles.None, out var date)
            && date >= today && date <= today.AddYears(2) ? date : null;
    }

    public static string Say(DateOnly date, Setting setting) => date.ToString("dddd d MMMM yyyy", setting.Tongue.Culture);

    public static string Say(DayOfWeek day, Setting setting) => setting.Tongue.Culture.DateTimeFormat.GetDayName(day);

    [GeneratedRegex(@"\s+|\b(uur|u)\b")]
    private static partial Regex Spaces();

    // Before an hour of one digit.
    [GeneratedRegex(@"(?<!\d)(?=\d:)")]
    private static partial Regex Short();
}
