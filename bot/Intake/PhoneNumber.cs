namespace VpBot.Intake;

/// <summary>Reads a phone number as people type it. It is called by a person, so it only has to look like one.</summary>
internal static class PhoneNumber
{
    /// <summary>The digits in their groups; empty for none; null when it cannot be a number.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
            return "";
        var digits = text.Count(char.IsAsciiDigit);
        return text.Length <= 24 && digits is >= 8 and <= 15
            && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '.' || (c == '+' && text[0] == '+'))
            && text.LastIndexOf('+') <= 0 ? text : null;
    }
}
