using System.Text.Json;

namespace VpBot.Bench.Load;

/// <summary>The questions of a plain intake for a bot that asks them in the chat: as many turns as the room takes.</summary>
internal static class Talk
{
    private static readonly string[] Times = [.. Enumerable.Range(0, 10).Select(which => $"dag {which + 1} om 10 uur")];

    private static readonly (string Name, string Text, string[] Choices, string Said)[] Asked =
    [
        ("What", "Wat wil je doen?", ["praten", "lezen", "vragen", "terugkomen"], "praten"),
        ("Difference", "Dit kan een adviseur voor je doen.", ["verder", "stoppen"], "verder"),
        ("For", "Waarmee kan iemand helpen?", ["luisteren", "meedenken", "voorbereiden", "meegaan", "verwijzen"], "meedenken"),
        ("About", "Waar gaat het over?", ["pesten", "discriminatie", "agressie", "intimidatie", "integriteit", "conflict", "liever niet"], "liever niet"),
        ("MustNotKnow", "Wie mag dit niet weten?", [], "niemand"),
        ("WithWhom", "Met wie wil je praten?", [], ""),
        ("How", "Hoe wil je praten?", ["telefoon", "online", "op een plek"], "telefoon"),
        ("Number", "Op welk nummer?", [], "06 12 34 56 78"),
        ("When", "Wanneer komt het uit?", Times, Times[0]),
        ("CalledAs", "Hoe mogen we je noemen?", [], "Robin"),
        ("TakeOver", "Mag een ander het overnemen?", ["eerst vragen", "ja", "nee"], "eerst vragen"),
        ("Consent", "Mogen we dit zo versturen?", [], "Ja"),
        ("NoteCode", "Heb je de code bewaard?", ["bewaard"], "bewaard"),
    ];

    /// <summary>What the employee says: a greeting first.</summary>
    public static int Turns => Asked.Length + 1;

    public static IEnumerable<string> Said(string advisor) => ["hallo", .. Asked.Select(one => one.Name == "WithWhom" ? advisor : one.Said)];

    /// <summary>For the peer: with the prompt that the SDK has for such a question.</summary>
    public static string Questions(Town town) => JsonSerializer.Serialize(Asked.Select(one => new
    {
        name = one.Name,
        text = one.Text,
        kind = one.Name switch { "Consent" => "confirm", "WithWhom" => "choice", _ => one.Choices.Length == 0 ? "text" : "choice" },
        choices = one.Name == "WithWhom" ? Enumerable.Range(0, town.AdvisorCount).Select(Town.AdvisorKey).ToArray() : one.Choices,
    }));
}
