using System.Runtime.CompilerServices;

namespace VpBot.Language;

/// <summary>
/// The phrases of one folder, by member name. The reviewed words lie beside the type, in <c>Name.nl.json</c> and
/// <c>Name.en.json</c>, those of another language in its own folder; a placeholder carries the name of the argument: <c>{advisor}</c>.
/// </summary>
public abstract class Phrases
{
    public Tongue Tongue { get; init; } = Tongue.Dutch;

    /// <summary>
    /// The texts that these phrases are said from: phrases of one type from the same texts say the same. Null where somebody listens to
    /// what is said in other words than ours, for then it must be said.
    /// </summary>
    internal (Wordings, OwnWording?)? SaidFrom => Tongue is { Own: not null, Heard: not null } ? null : (Tongue.Wordings, Tongue.Own);

    protected string Say([CallerMemberName] string member = "") => Text(member);

    protected string With(
        string first,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerMemberName] string member = "") => Text(member).Replace($"{{{firstName}}}", first, StringComparison.Ordinal);

    protected string WithTwo(
        string first,
        string second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "",
        [CallerMemberName] string member = "") =>
        Text(member)
            .Replace($"{{{firstName}}}", first, StringComparison.Ordinal)
            .Replace($"{{{secondName}}}", second, StringComparison.Ordinal);

    /// <summary>The phrase for one value of a closed list: <c>Topic.Bullying</c> is the text "TopicBullying".</summary>
    protected string Each<T>(T value, [CallerMemberName] string member = "") where T : struct, Enum => Text(member + value);

    private string Text(string member) =>
        Tongue.Own?.Phrase(GetType(), member, Tongue.Heard)
        ?? (Load(GetType(), Tongue).TryGetValue(member, out var text)
            ? text
            : throw new KeyNotFoundException($"{GetType().Name} has no text for {member} in {Tongue.Code}."));

    /// <summary>The words as they were written, without an employer's own.</summary>
    public static IReadOnlyDictionary<string, string> Load(Type phrases, Tongue tongue) => tongue.Wordings.Phrases(phrases)
        ?? throw new InvalidOperationException($"The text file {Wordings.FileOf(phrases)} is missing in {tongue.Code}.");
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PhraseJson : System.Text.Json.Serialization.JsonSerializerContext;
