using VpBot.Language;

namespace VpBot.Employers;

/// <summary>Somebody at the employer who is no advisor, such as the director: an employee can say that this person must not know.</summary>
/// <param name="CloseTo">Keys of the advisors who stand close to this person. How they do is written down nowhere.</param>
public sealed record NamedPerson(string Id, LocalText Label, IReadOnlyList<string> CloseTo)
{
    /// <summary>What a form and a draft say for this person; it is never the key of an advisor.</summary>
    public string Value => $"people/{Id}";
}
