namespace VpBot.Tests.Shape;

/// <summary>Makes a text 40 % longer, with accents on its vowels: what does not bear this is found before a translator finds it.</summary>
internal static class PseudoLocale
{
    private const string Plain = "aeiouyAEIOUY";
    private const string Accented = "áéíóúýÁÉÍÓÚÝ";

    public static string Stretch(string text)
    {
        var accented = string.Concat(text.Select(letter => Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Accented[at] : letter));
        return accented + new string('·', (int)Math.Ceiling(text.Length * 0.4));
    }
}
