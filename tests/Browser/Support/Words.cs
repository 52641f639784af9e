using System.Text.RegularExpressions;

namespace VpBot.Browser.Support;

/// <summary>The words that a test looks for, as they stand on the screen.</summary>
public sealed partial record Words
{
    private static readonly Words Dutch = new()
    {
        OpenRoom = "Open de spreekkamer",
        PassThisOn = "Ja, geef dit door",
        IHaveTheCode = "Ik heb de code",
        LookAgain = "Kijk opnieuw",
        Sending = "Je verzoek gaat naar de vertrouwenspersoon",
        Delivered = "Je verzoek is aangekomen",
        Seen = "De vertrouwenspersoon heeft je verzoek gezien",
        Accepted = "Je afspraak staat vast",
        CannotDoIt = "Deze vertrouwenspersoon kan niet",
    };

    private static readonly Words English = new()
    {
        OpenRoom = "Open the room",
        PassThisOn = "Yes, pass this on",
        IHaveTheCode = "I have the code",
        LookAgain = "Look again",
        Sending = "Your request is on its way to the advisor",
        Delivered = "Your request has arrived",
        Seen = "The advisor has seen your request",
        Accepted = "Your appointment is confirmed",
        CannotDoIt = "This advisor is not able to do it",
    };

    private static readonly Words Polish = new()
    {
        OpenRoom = "Otwórz pokój rozmów",
        PassThisOn = "Tak, przekażcie to",
        IHaveTheCode = "Mam kod",
        LookAgain = "Spójrz ponownie",
        Sending = "Twoja prośba jest w drodze do doradcy",
        Delivered = "Twoja prośba dotarła",
        Seen = "Doradca widział twoją prośbę",
        Accepted = "Twoje spotkanie jest potwierdzone",
        CannotDoIt = "Ten doradca nie może",
    };

    public static Regex CodePattern => CodeExpression();

    public required string OpenRoom { get; init; }
    public required string PassThisOn { get; init; }
    public required string IHaveTheCode { get; init; }
    public required string LookAgain { get; init; }
    public required string Sending { get; init; }
    public required string Delivered { get; init; }
    public required string Seen { get; init; }
    public required string Accepted { get; init; }
    public required string CannotDoIt { get; init; }

    public static Words In(string language) => language switch { "nl" => Dutch, "pl" => Polish, _ => English };

    [GeneratedRegex("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$")]
    private static partial Regex CodeExpression();
}
