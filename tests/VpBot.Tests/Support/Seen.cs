using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VpBot.Tests.Support;

/// <summary>Label and words, as somebody reads them.</summary>
public sealed record LineSeen(string Label, string Text);

/// <summary>Reads what stands on a page or a card.</summary>
public static partial class Seen
{
    /// <summary>The lines of the receipt on a page of the room or the desk.</summary>
    public static IReadOnlyList<LineSeen> Lines(RoomPageSeen page) =>
        [.. Line().Matches(Receipt().Match(page.Html).Value).Select(line => new LineSeen(Words(line.Groups[1].Value), Words(line.Groups[2].Value)))];

    /// <summary>The lines of a handoff card.</summary>
    public static IReadOnlyList<LineSeen> Lines(JsonObject card) =>
        [.. card["body"]!.AsArray().Where(element => (string?)element!["type"] == "ColumnSet").Select(element => new LineSeen(
            (string)element!["columns"]![0]!["items"]![0]!["text"]!,
            (string)element["columns"]![1]!["items"]![0]!["inlines"]![0]!["text"]!))];

    /// <summary>The page without what differs at every look: the session token.</summary>
    public static string WithoutToken(RoomPageSeen page) => Token().Replace(page.Html, "name=\"session\" value=\"\"");

    private static string Words(string html) => WebUtility.HtmlDecode(html).Trim();

    [GeneratedRegex("<div class=\"receipt\">.*?</dl>", RegexOptions.Singleline)]
    private static partial Regex Receipt();

    [GeneratedRegex("<dt>(.*?)</dt>\\s*<dd>(.*?)</dd>", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("name=\"session\" value=\"[A-Za-z0-9_-]{43}\"")]
    private static partial Regex Token();
}
