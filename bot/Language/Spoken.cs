namespace VpBot.Language;

/// <summary>The languages of this installation: the reviewed ones, and those that the provider switched on.</summary>
public sealed class Spoken
{
    /// <summary>Where nothing was switched on and nothing was changed.</summary>
    public static Spoken Reviewed { get; } = new([], new Dictionary<(string, string), OwnWording>());

    private readonly IReadOnlyDictionary<(string Employer, string Code), OwnWording> _own;

    internal Spoken(IReadOnlyList<Tongue> unreviewed, IReadOnlyDictionary<(string Employer, string Code), OwnWording> own)
    {
        (All, _own) = ([.. Tongue.All, .. unreviewed], own);
    }

    public IReadOnlyList<Tongue> All { get; }

    /// <summary>Dutch first: what is not spoken here is Dutch.</summary>
    public Tongue Of(string? code) => Tongue.In(All, code) ?? Tongue.Dutch;

    /// <summary>A language as it is spoken to the people of one employer.</summary>
    public Tongue At(string employer, string? code) => At(employer, Of(code));

    private Tongue At(string employer, Tongue tongue)
    {
        var own = tongue with { Own = _own.GetValueOrDefault((employer, tongue.Code)) };
        return tongue.IsReviewed ? own : own with { Reviewed = At(employer, tongue.Reviewed) };
    }
}
