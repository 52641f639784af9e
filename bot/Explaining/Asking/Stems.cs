using System.Text;
using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>The words of a text as stems. It walks the text once, letter by letter, so that no text takes longer than its length.</summary>
internal static class Stems
{
    public static IReadOnlyList<string> Of(string text, Tongue tongue)
    {
        var stems = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is '\'' or '’' or '‘' && word.Length > 0)
            {
                word.Append('\'');
            }
            else if (!char.IsSurrogate(letter) && word.Length > 0)
            {
                stems.Add(Stem(word.ToString(), tongue));
                word.Clear();
            }
        }

        return stems;
    }

    /// <summary>"collega's" is one word and "don't" is another.</summary>
    private static string Stem(string written, Tongue tongue)
    {
        var whole = written.EndsWith("'s", StringComparison.Ordinal) ? written[..^2] : written;
        var word = whole.Replace("'", "", StringComparison.Ordinal);
        return tongue == Tongue.Dutch ? DutchStem.Of(word) : EnglishStem.Of(word);
    }
}
