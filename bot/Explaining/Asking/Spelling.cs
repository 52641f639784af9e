namespace VpBot.Explaining.Asking;

/// <summary>Finds the word that was meant when a letter is wrong, missing, too many or out of place.</summary>
internal static class Spelling
{
    private const int LongestWord = 40;

    /// <summary>The known word that differs by one letter, or by two when it is long; null when there is none. The first letter is right.</summary>
    public static string? Nearest(string word, IReadOnlyCollection<string> known)
    {
        if (word.Length is < 5 or > LongestWord || word.Any(char.IsDigit))
            return null;
        var most = word.Length >= 8 ? 2 : 1;
        return known
            .Where(other => other.Length >= 4 && other[0] == word[0] && Math.Abs(other.Length - word.Length) <= most)
            .Select(other => (Word: other, Away: Distance(word, other)))
            .Where(near => near.Away <= most)
            .OrderBy(near => near.Away).ThenBy(near => near.Word, StringComparer.Ordinal)
            .Select(near => near.Word).FirstOrDefault();
    }

    /// <summary>Damerau's distance: letters that are changed, left out, put in, or swapped with their neighbour.</summary>
    public static int Distance(string from, string to)
    {
        var (before, last, now) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = from[i - 1] == to[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + same);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[to.Length];
    }
}
