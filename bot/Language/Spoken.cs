namespace VpBot.Language;

/// <summary>The languages of this installation: the reviewed ones, and those that the provider switched on.</summary>
public sealed class Spoken
{
    /// <summary>Where nothing was switched on and nothing was changed.</summary>
    public static Spoken Reviewed { get; } = new([], new Dictionary<(string, string), OwnWording>());

    private volatile Edition _now;

    internal Spoken(IReadOnlyList<Tongue> unreviewed, IReadOnlyDictionary<(string Employer, string Code), OwnWording> own)
    {
        (All, _now) = ([.. Tongue.All, .. unreviewed], new(0, own));
    }

    public IReadOnlyList<Tongue> All { get; }

    /// <summary>Another number for every time that a provider's own texts were read again: what was drawn before may say something else by now.</summary>
    public int Number => _now.Number;

    internal IReadOnlyDictionary<(string Employer, string Code), OwnWording> Own => _now.Own;

    /// <summary>The employers whose people read texts of the provider's own.</summary>
    internal IReadOnlySet<string> Changed => Own.Keys.Select(own => own.Employer).ToHashSet();

    /// <summary>Dutch first: what is not spoken here is Dutch.</summary>
    public Tongue Of(string? code) => Tongue.In(All, code) ?? Tongue.Dutch;

    /// <summary>A language as it is spoken to the people of one employer.</summary>
    public Tongue At(string employer, string? code) => At(employer, Of(code));

    /// <summary>All of it from one moment on; whoever is in the middle of a turn ends it with what they had.</summary>
    internal void Take(IReadOnlyDictionary<(string Employer, string Code), OwnWording> own) => _now = new(_now.Number + 1, own);

    private Tongue At(string employer, Tongue tongue)
    {
        var own = tongue with { Own = _now.Own.GetValueOrDefault((employer, tongue.Code)) };
        return tongue.IsReviewed ? own : own with { Reviewed = At(employer, tongue.Reviewed) };
    }

    private sealed record Edition(int Number, IReadOnlyDictionary<(string Employer, string Code), OwnWording> Own);
}
