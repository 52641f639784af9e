using System.Xml.Linq;

namespace VpBot.Teams.Dialogs;

/// <summary>
/// Our own reviewed pages as plain texts for a card. The HTML is made by our Markdown pipeline, which lets no HTML through and
/// writes every element closed, so that it reads as XML.
/// </summary>
internal static class ReviewedHtml
{
    public static IReadOnlyList<CardText> Texts(string html) =>
        [.. XElement.Parse($"<page>{html}</page>", LoadOptions.PreserveWhitespace).Elements().SelectMany(Block)];

    private static IEnumerable<CardText> Block(XElement element) => element.Name.LocalName switch
    {
        "h1" or "h2" or "h3" => [new CardText(Words(element), true)],
        "ul" => element.Elements("li").Select(item => new CardText($"• {Words(item)}", false)),
        "ol" => element.Elements("li").Select((item, index) => new CardText($"{index + 1}. {Words(item)}", false)),
        _ => [new CardText(Words(element), false)],
    };

    private static string Words(XElement element) => string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
