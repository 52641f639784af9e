using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Announcing;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Teams.Catalogue;

/// <summary>
/// The complete list of what the bot can put into an employer's tenant, as a document for a works council or a data-protection
/// officer. It is made from the same bytes that are sent.
/// </summary>
public sealed class EmployerVisible(CatalogueBook book, AnnouncementBook announcements)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string DocumentFor(Employer employer)
    {
        var document = new StringBuilder();
        document.Append("# What the employer's tenant can ever hold\n\n");
        document.Append("Everything that VpBot can put into the tenant of one employer by itself, and at the end what somebody there can post with its help. Each entry that VpBot sends is a constant: it holds no name, no choice, no time and no text of a person, ");
        document.Append("and every employee gets the same bytes. Both languages are in each card. The only values that differ between employers are the address of the short link and the provider's number.\n\n");
        if (book.More(CatalogueCard.FrontDoor) is [_, ..] more)
            document.Append(CultureInfo.InvariantCulture, $"The provider switched on a language that a machine translated and nobody reviewed: {string.Join(", ", more.Select(tongue => tongue.OwnName))}. It is in each card for employees too, and the card says so.\n\n");
        document.Append(CultureInfo.InvariantCulture, $"Made for the employer with the short link `{employer.Key}`, from the bytes that are sent.\n");
        foreach (var card in Enum.GetValues<CatalogueCard>())
            Append(document, employer, card);
        AppendSecondWay(document, employer);
        AppendAnnouncements(document, employer);
        document.Append("\n## Answers that are not messages\n\n");
        document.Append("A press on the one live button is answered within the same HTTP request, with the title of a dialog and an address of the room that opens once, within two minutes at most. Teams shows the dialog; no message is made of it.\n\n");
        document.Append("Where the second way in is switched on, its button is answered with a card that Teams shows in a dialog, and so is each press in that dialog. What is chosen and typed there passes through Teams of the employer on its way to us. No message is made of it; that no log or search of the tenant keeps it is documented for the audit log and unproven for the rest (`open-proofs.md`).\n\n");
        document.Append("Whoever opens the message extension gets a form of one or two pages, the same for everybody, and then one of the announcements above for the message that they are writing. What they fill in passes through Teams of the employer. We keep nothing of it: not who asked, not where, not what.\n");
        return document.ToString();
    }

    /// <summary>The version of the program and the fingerprint of this employer's list: what anyone can hold against git.</summary>
    public string VersionFor(Employer employer)
    {
        var version = typeof(EmployerVisible).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var list = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DocumentFor(employer))));
        return $"VpBot {version}\nsha256 {list}  employer-visible/{employer.Key}\n";
    }

    /// <summary>What the front door holds more for an employer with the second way in: the elements that the other front door does not have.</summary>
    private void AppendSecondWay(StringBuilder document, Employer employer)
    {
        var plain = Elements(employer with { CardDialogs = false });
        var added = Elements(employer with { CardDialogs = true }).Where(element => !plain.Any(other => JsonNode.DeepEquals(element, other)));
        document.Append("\n## FrontDoor, with the second way in\n\n");
        document.Append("Off unless the employer asks for it, because the network at work blocks the address of the room. The front door then holds this as well, in each language, the same for every employee. ");
        document.Append(CultureInfo.InvariantCulture, $"For this employer it is {(employer.CardDialogs ? "on" : "off")}.\n");
        foreach (var element in added)
            document.Append(CultureInfo.InvariantCulture, $"\n```json\n{element.ToJsonString(Readable).ReplaceLineEndings("\n")}\n```\n");
    }

    /// <summary>What HR posts. It is in the list because our words are in it; it is apart because we do not send it.</summary>
    private void AppendAnnouncements(StringBuilder document, Employer employer)
    {
        document.Append("\n## What HR posts itself\n\n");
        document.Append("Anybody of the employer can open the message extension in a channel, a chat or a meeting. It puts one of these cards into the message that they are writing. They read it, and post it under their own name, or do not. VpBot is no member of that chat, posts nothing there and answers nobody there.\n\n");
        document.Append("The words are constant. Only of an information session three texts vary, which whoever posts it filled in: `{day}`, a date within a year; `{time}`, a time of that day; `{place}`, at most 60 Latin letters, digits, spaces and . , ' ( ) & + -. They stand in runs of plain text: nothing in them is a link, a mention or markup.\n\n");
        document.Append("The button is a link to one's own chat with the app, which everyone has. It holds nothing about who presses it, and VpBot does not hear of it. What Teams or link protection keeps of following a link is unproven (`open-proofs.md`). The address of the room stands there to be typed over on one's own phone; it is no link.\n");
        foreach (var what in Enum.GetValues<Announcement>())
            foreach (var tongue in Tongue.All)
                document.Append(CultureInfo.InvariantCulture, $"\n### {what}, {tongue.OwnName}\n\n```json\n{announcements.Content(employer, what, tongue).ToJsonString(Readable).ReplaceLineEndings("\n")}\n```\n");
    }

    private IReadOnlyList<JsonNode> Elements(Employer employer) =>
    [
        .. JsonNode.Parse(book.Page(employer, CatalogueCard.FrontDoor).Span)!["attachments"]![0]!["content"]!["body"]!.AsArray()
            .SelectMany(language => language!["items"]!.AsArray()).OfType<JsonNode>(),
    ];

    private void Append(StringBuilder document, Employer employer, CatalogueCard card)
    {
        var (when, whom) = Occasion(card);
        var message = JsonNode.Parse(book.Page(employer, card).Span)!;
        document.Append(CultureInfo.InvariantCulture, $"\n## {card}\n\n- **When:** {when}\n- **To whom:** {whom}\n\n```json\n");
        document.Append(message.ToJsonString(Readable).ReplaceLineEndings("\n")).Append("\n```\n");
    }

    private static (string When, string Whom) Occasion(CatalogueCard card) => card switch
    {
        CatalogueCard.FrontDoor => ("the app is installed for a person, or added again", "every employee who has the app, alike"),
        CatalogueCard.DoNotType => ("a person typed anything at all in the chat; what was typed plays no part", "that person"),
        CatalogueCard.AdvisorCalled => ("a request for this internal advisor came in or was called off, or an employee wrote a message about one", "an internal advisor of this employer"),
        CatalogueCard.RoomThere => ("a moment that the person chose beforehand came, on a working day at nine, half past twelve, five or half past seven; never at the moment of what it follows", "an employee who asked in the room to be reminded, and nobody else; how often it comes says that something waits in the room, and not what"),
        _ => throw new InvalidOperationException($"{card} has no occasion."),
    };
}

public static class EmployerVisibleCommand
{
    /// <summary><c>dotnet run --project bot -- employer-visible</c> prints the list for the first employer of the settings.</summary>
    public static bool IsAsked(string[] args) => args is ["employer-visible"];

    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var directory = services.GetRequiredService<EmployerDirectory>();
        await Console.Out.WriteAsync(services.GetRequiredService<EmployerVisible>().DocumentFor(directory.Employers[0]));
        return 0;
    }
}
