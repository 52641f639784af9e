namespace VpBot.Language;

/// <summary>What a provider says in other words for one employer, in one language, each with the day on which it was reviewed.</summary>
internal sealed record OwnWording(
    IReadOnlyDictionary<(string File, string Key), (string Text, DateOnly Reviewed)> Phrases,
    IReadOnlyDictionary<string, (string Text, DateOnly Reviewed)> Pages)
{
    public string? Phrase(Type type, string key, Heard? heard) =>
        Phrases.TryGetValue((Wordings.FileOf(type), key), out var own) ? Said(own, heard) : null;

    public DateOnly? OldestOf(Type type) =>
        Phrases.Where(phrase => phrase.Key.File == Wordings.FileOf(type)).Select(phrase => (DateOnly?)phrase.Value.Reviewed).Min();

    public string? Page(string name, Heard? heard) => Pages.TryGetValue(name, out var own) ? Said(own, heard) : null;

    /// <summary>True for the same texts, reviewed on the same days.</summary>
    public bool Says(OwnWording other) => Same(Phrases, other.Phrases) && Same(Pages, other.Pages);

    private static bool Same<T>(IReadOnlyDictionary<T, (string Text, DateOnly Reviewed)> some, IReadOnlyDictionary<T, (string Text, DateOnly Reviewed)> others) =>
        some.Count == others.Count && some.All(each => others.TryGetValue(each.Key, out var other) && other == each.Value);

    private static string Said((string Text, DateOnly Reviewed) own, Heard? heard)
    {
        heard?.Changed(own.Reviewed);
        return own.Text;
    }
}
