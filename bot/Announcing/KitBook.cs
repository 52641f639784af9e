using System.Net;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>The texts for whoever announces, in <c>Content/&lt;language&gt;/&lt;subject&gt;.md</c>, and the glossary that everybody reads.</summary>
public static class KitBook
{
    private const string Root = "VpBot.Announcing.Content";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<string> Subjects { get; } =
    [
        "how-to-announce",
        "intranet-text",
        "session-script",
        "session-questions",
        "what-hr-never-receives",
        "policy-checklist",
        "complaint-rules",
    ];

    /// <param name="kit">What differs between employers: the published door, the published list, the provider's name and number.</param>
    public static IReadOnlyList<ContentPage> Pages(Kit kit) =>
        [.. Subjects.Select(subject => Filled(ContentBook.Page(Root, subject, kit.Tongue), kit)), Below(ContentBook.Page("glossary", kit.Tongue))];

    private static ContentPage Filled(ContentPage page, Kit kit) => Below(page) with
    {
        Html = Below(page).Html
            .Replace("{address}", WebUtility.HtmlEncode(kit.Address), StringComparison.Ordinal)
            .Replace("{visible}", $"<a href=\"{WebUtility.HtmlEncode(kit.Visible)}\">{WebUtility.HtmlEncode(kit.Visible)}</a>", StringComparison.Ordinal)
            .Replace("{provider}", WebUtility.HtmlEncode(kit.Provider.Name), StringComparison.Ordinal)
            .Replace("{phone}", WebUtility.HtmlEncode(kit.Provider.Phone), StringComparison.Ordinal),
    };

    /// <summary>A text is a part of the page here: its headings stand one level lower.</summary>
    private static ContentPage Below(ContentPage page) => page with
    {
        Html = page.Html.Replace("<h2", "<h3", StringComparison.Ordinal).Replace("</h2>", "</h3>", StringComparison.Ordinal),
    };
}

/// <summary>What the announcing pages of one employer show, in one language.</summary>
public sealed record Kit(Employer Employer, Tongue Tongue, string Address, string Qr)
{
    /// <summary>Notes what the page says in a provider's own words.</summary>
    public Heard Heard { get; init; } = new();

    public Provider Provider => Employer.Provider;

    /// <summary>The address as one types it.</summary>
    public string Typed => new Uri(Address) is var door ? door.Authority + door.AbsolutePath : "";

    /// <summary>The published list of everything that the bot can put into this employer's tenant.</summary>
    public string Visible => new Uri(new Uri(Address), $"/employer-visible/{Employer.Key}").ToString();

    public string Path => $"/kit/{Employer.Key}/{Tongue.Code}";
}
