using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Announcing;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Announcing;

/// <summary>What HR can post stands in the published list, with the names of what varies; and the bot itself cannot send it.</summary>
public sealed class PublishedTests
{
    private static readonly Func<Employer, Uri> Door = employer => new($"https://spreekkamer.example/open/{employer.Key}");
    private static readonly AnnouncementBook Book = new(Door, Template.Settings["Teams:AppId"]!);
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<Announcement, string> Every => new(from what in Enum.GetValues<Announcement>() from tongue in Tongue.All select (what, tongue.Code));

    [Theory, MemberData(nameof(Every))]
    public void Every_announcement_stands_in_the_published_list(Announcement what, string tongue)
    {
        var kept = File.ReadAllText(Path.Combine(Repository.Root, "docs", "employer-visible.md"));
        var card = Book.Content(Template.Duinrand, what, Tongue.Of(tongue)).ToJsonString(Readable).ReplaceLineEndings("\n");

        Assert.Contains(card, kept, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Every))]
    public void Only_the_three_named_texts_vary_and_only_on_the_card_of_a_session(Announcement what, string tongue)
    {
        var card = CardTemplate.Fill(Book.Card(Template.Duinrand, what, Tongue.Of(tongue), what == Announcement.Session ? AnnouncementBook.Named : null));
        var named = CardWalk.Leaves(card).Where(leaf => CardWalk.Text(leaf)?.Contains('{', StringComparison.Ordinal) == true).ToList();

        Assert.Equal(what == Announcement.Session ? ["{day}", "{time}", "{place}"] : [], named.Select(CardWalk.Text));
        Assert.All(named, leaf => Assert.Equal("TextRun", CardWalk.Text(leaf.Parent!["type"])));
    }

    [Theory, MemberData(nameof(Every))]
    public void On_an_announcement_one_button_can_be_pressed_and_it_opens_ones_own_chat(Announcement what, string tongue)
    {
        var card = Book.Content(Template.Duinrand, what, Tongue.Of(tongue));

        Assert.Equal([$"https://teams.microsoft.com/l/chat/0/0?users=28:{Template.Settings["Teams:AppId"]}"], Pressed(card));
        Assert.Equal([], Linked(card));
    }

    [Theory]
    [InlineData("""{"type":"Action.Submit","data":{}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"x"}""")]
    [InlineData("""{"type":"Action.OpenUrl","url":"https://evil.example"}""")]
    [InlineData("""{"type":"Container","selectAction":{"type":"Action.OpenUrl","url":"https://evil.example"}}""")]
    public void A_planted_second_button_is_found(string planted)
    {
        var card = Book.Content(Template.Duinrand, Announcement.New, Tongue.Dutch);
        card["body"]!.AsArray().Add(JsonNode.Parse(planted));

        Assert.Equal(2, Pressed(card).Count);
    }

    [Fact]
    public void A_planted_link_in_a_text_is_found()
    {
        var card = Book.Content(Template.Duinrand, Announcement.New, Tongue.Dutch);
        card["body"]![1]!["text"] = "Kijk op [deze pagina](https://evil.example)";

        Assert.Single(Linked(card));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task The_gate_lets_no_announcement_out_of_the_bot(Announcement what, string tongue)
    {
        var message = CardMessage.Of(Book.Card(Template.Duinrand, what, Tongue.Of(tongue), null), "Bericht");
        using var beyond = new Beyond();
        using var client = new HttpClient(new EmployerGate(Template.Directory, new CatalogueBook(Door)) { InnerHandler = beyond });
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://smba.trafficmanager.net/v3/conversations/a/activities") { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message)) };
        request.Options.Set(EmployerGate.Tenant, Template.Duinrand.TenantId);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
        Assert.Equal(0, beyond.Passed);
    }

    [Fact]
    public void The_fingerprint_of_the_list_changes_with_one_letter_of_an_announcement()
    {
        var list = new EmployerVisible(new CatalogueBook(Door), Book).DocumentFor(Template.Duinrand);
        var word = Tongue.Dutch.Words<AnnouncingPhrases>().Text(Announcement.Elsewhere);

        Assert.Contains(word, list, StringComparison.Ordinal);
        Assert.Contains(Fingerprint(list), new EmployerVisible(new CatalogueBook(Door), Book).VersionFor(Template.Duinrand), StringComparison.Ordinal);
        Assert.NotEqual(Fingerprint(list), Fingerprint(list.Replace(word, word + ".", StringComparison.Ordinal)));
    }

    private static string Fingerprint(string list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)));

    /// <summary>Everything that can be pressed, by its address or else its kind.</summary>
    private static IReadOnlyList<string?> Pressed(JsonNode card) =>
    [
        .. CardWalk.Elements(card).Where(element => CardWalk.Text(element["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true)
            .Select(element => CardWalk.Text(element["url"]) ?? CardWalk.Text(element["type"])),
    ];

    private static IReadOnlyList<string> Linked(JsonNode card) =>
        [.. CardWalk.Leaves(card).Where(CardWalk.IsWordLeaf).Select(CardWalk.Text).OfType<string>().Where(text => text.Contains("://", StringComparison.Ordinal) || text.Contains("](", StringComparison.Ordinal))];
}
