using System.Globalization;
using System.Text;

namespace VpBot.Intake;

/// <summary>Reads a short text that a person typed: one line, no control or direction-changing characters.</summary>
internal static class PlainText
{
    /// <summary>The text without what cannot be seen; null when it is longer than <paramref name="longest"/> characters as people count them.</summary>
    public static string? Read(string typed, int longest)
    {
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
                kept.Append(rune.ToString());
        }

        var text = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new StringInfo(text).LengthInTextElements <= longest && text.Length <= longest * 4 ? text : null;
    }
}
