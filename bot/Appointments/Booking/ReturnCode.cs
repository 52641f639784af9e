using System.Security.Cryptography;

namespace VpBot.Appointments.Booking;

/// <summary>
/// The code that brings someone back to their appointment on any device: twelve characters of 32 (60 bits), without letters
/// and digits that look alike. We keep a keyed hash of it.
/// </summary>
public static class ReturnCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New()
    {
        var text = RandomNumberGenerator.GetString(Alphabet, 12);
        return $"{text[..4]}-{text[4..8]}-{text[8..]}";
    }

    /// <summary>A short name for one request, to say on the phone. It opens nothing.</summary>
    public static string NewReference() => $"{RandomNumberGenerator.GetString(Alphabet, 3)}-{RandomNumberGenerator.GetString(Alphabet, 3)}";

    /// <summary>Takes what a person typed: small letters, spaces and hyphens do not matter. Null when it cannot be a code.</summary>
    public static string? Read(string typed)
    {
        var bare = new string([.. typed.ToUpperInvariant().Where(c => c is not (' ' or '-' or '\u2011' or '\u2013'))]);
        return bare.Length == 12 && bare.All(Alphabet.Contains) ? $"{bare[..4]}-{bare[4..8]}-{bare[8..]}" : null;
    }
}
