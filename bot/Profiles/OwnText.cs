using System.Text.RegularExpressions;
using VpBot.Intake;

namespace VpBot.Profiles;

/// <summary>Why a text cannot stand in a profile.</summary>
public enum TextFault
{
    Empty,
    TooLong,

    /// <summary>Signs by which some programs draw a text as something else.</summary>
    Markup,

    /// <summary>A link or an address leads people past the room, to where their employer can read along.</summary>
    Link,

    /// <summary>Nobody can promise that somebody is anonymous or invisible.</summary>
    Promise,
}

/// <summary>What an advisor writes about themselves: one line of plain text.</summary>
internal static partial class OwnText
{
    public static int Longest(OwnPart part) => part == OwnPart.About ? 240 : 120;

    /// <summary>The text as it will stand, or why it cannot.</summary>
    public static TextFault? Read(string typed, OwnPart part, out string text)
    {
        text = PlainText.Read(typed, Longest(part)) ?? "";
        return text.Length == 0 ? typed.Trim().Length == 0 ? TextFault.Empty : TextFault.TooLong
            : Markup().IsMatch(text) ? TextFault.Markup
            : Link().IsMatch(text) ? TextFault.Link
            : Promise().IsMatch(text) ? TextFault.Promise
            : null;
    }

    [GeneratedRegex(@"[<>\[\]{}*_`|~#\\]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"://|@|\bwww\b|\b[\p{L}\p{N}-]{2,}\.\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"anoniem|anonym|onzichtba|invisibl|100\s*(%|procent|per\s?cent)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promise();
}
