using System.Globalization;

namespace VpBot.Language;

/// <summary>A language the product speaks. It is an argument everywhere; nothing reads an ambient culture.</summary>
public sealed record Tongue(string Code, string OwnName, CultureInfo Culture)
{
    public static readonly Tongue Dutch = new("nl", "Nederlands", CultureInfo.GetCultureInfo("nl-NL"));
    public static readonly Tongue English = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>The languages that people review: complete, and always there. Another one is found, and is off until the provider switches it on.</summary>
    public static IReadOnlyList<Tongue> All { get; } = [Dutch, English];

    private readonly Tongue? _reviewed;

    /// <summary>The reviewed language that speaks where this one has no words; a reviewed language itself.</summary>
    public Tongue Reviewed
    {
        get => _reviewed ?? this;
        init => _reviewed = value;
    }

    public bool IsReviewed => _reviewed is null;

    /// <summary>Says, in this language, that a machine translated it and nobody reviewed it; empty for a reviewed language.</summary>
    public string NotReviewed { get; init; } = "";

    internal Wordings Wordings { get; init; } = Wordings.Within(Code);

    /// <summary>What the provider says in other words for one employer; null where nothing was changed.</summary>
    internal OwnWording? Own { get; init; }

    /// <summary>Notes what was said during one turn; null where nobody asks.</summary>
    internal Heard? Heard { get; init; }

    /// <summary>Dutch first: what is not known to be another reviewed language is Dutch. Takes "en", "en-GB", "nl-NL".</summary>
    public static Tongue Of(string? code) => In(All, code) ?? Dutch;

    internal static Tongue? In(IEnumerable<Tongue> tongues, string? code) =>
        tongues.FirstOrDefault(tongue => code?.StartsWith(tongue.Code, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>This language, in a turn that must know what was said in other words, or in another language.</summary>
    public Tongue HeardBy(Heard heard) => IsReviewed ? this with { Heard = heard } : this with { Heard = heard, Reviewed = Reviewed with { Heard = heard } };

    /// <summary>The phrases of one folder. Where this language has none of them, the reviewed language says all of them.</summary>
    public T Words<T>() where T : Phrases, new() => new() { Tongue = Speaker(Wordings.Phrases(typeof(T)) is not null) };

    /// <summary>The oldest review of the provider's own words in this folder, for what stands on every page; null where there are none.</summary>
    public DateOnly? OwnReviewOf<T>() where T : Phrases => Own?.OldestOf(typeof(T));

    /// <summary>The text of a page: with "the reviewed one" where it is not there.</summary>
    internal Tongue Speaker(bool hasWords)
    {
        if (hasWords || IsReviewed)
            return this;
        Heard?.OtherLanguage();
        return Reviewed;
    }

    /// <summary>Two languages are the same when they have the same code, whatever an employer's own words are.</summary>
    public bool Equals(Tongue? other) => other?.Code == Code;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    public override string ToString() => Code;
}
