using System.Globalization;

namespace VpBot.Language;

/// <summary>A language the product speaks. It is an argument everywhere; nothing reads an ambient culture.</summary>
public sealed record Tongue(string Code, string OwnName, CultureInfo Culture)
{
    public static readonly Tongue Dutch = new("nl", "Nederlands", CultureInfo.GetCultureInfo("nl-NL"));
    public static readonly Tongue English = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    public static IReadOnlyList<Tongue> All { get; } = [Dutch, English];

    /// <summary>Dutch first: what is not known to be another language is Dutch. Takes "en", "en-GB", "nl-NL".</summary>
    public static Tongue Of(string? code) =>
        All.FirstOrDefault(tongue => code?.StartsWith(tongue.Code, StringComparison.OrdinalIgnoreCase) == true) ?? Dutch;

    public T Words<T>() where T : Phrases, new() => PhraseCache<T>.In(this);

    public override string ToString() => Code;
}

internal static class PhraseCache<T> where T : Phrases, new()
{
    private static readonly Dictionary<string, T> ByCode =
        Tongue.All.ToDictionary(tongue => tongue.Code, tongue => new T { Tongue = tongue });

    public static T In(Tongue tongue) => ByCode[tongue.Code];
}
