using System.Text;
using System.Text.RegularExpressions;

namespace VpBot.Announcing;

/// <summary>
/// The name of a room or a building: Latin letters, digits, spaces and a few marks. Nothing in it can be read as a link, a mention
/// or markup, change the direction of a line, or begin another one. What is not plain is said, never mended in silence.
/// </summary>
internal static partial class PlaceName
{
    public static SessionFault? Fault(string typed, int longest)
    {
        // Bounded before anything is asked of it.
        if (typed.Length > longest * 4)
            return SessionFault.PlaceTooLong;
        var place = Tidy(typed);
        if (place.Length == 0)
            return SessionFault.NoPlace;
        if (!Plain().IsMatch(place) || LooksLikeAnAddress().IsMatch(place))
            return SessionFault.PlaceNotPlain;
        return place.Length > longest ? SessionFault.PlaceTooLong : null;
    }

    /// <summary>Composed letters, and no spaces at the ends.</summary>
    public static string Tidy(string typed) => Composed(typed).Trim(' ');

    private static string Composed(string typed)
    {
        try
        {
            return typed.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a letter: the pattern refuses it.
            return typed;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F .,'’()&+-]+\z")]
    private static partial Regex Plain();

    /// <summary>A dot before a letter makes a name of a host, and more dots an address in figures; a room may still be 3.14.</summary>
    [GeneratedRegex(@"\.[^\s\d.,)]|\d\.\d+\.|\.\.|www", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeAnAddress();
}
