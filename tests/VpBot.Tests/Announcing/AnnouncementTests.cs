using System.Text.Json.Nodes;
using VpBot.Announcing;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Announcing;

/// <summary>HR, or anybody else, puts a card into a message of their own. The bot answers the form, and nothing of it stays.</summary>
[Collection(AnnouncingPlayground.Name)]
public sealed class AnnouncementTests(PlaygroundFixture fixture)
{
    private PlaygroundServer Server => fixture.Server;

    public static TheoryData<string> Places => [.. ChatPlace.All.Select(place => place.Name)];

    public static TheoryData<Announcement, string> Constant =>
        new(from what in Enum.GetValues<Announcement>() where what != Announcement.Session from tongue in Tongue.All select (what, tongue.Code));

    [Theory, MemberData(nameof(Places))]
    public async Task In_every_kind_of_chat_the_form_opens_and_gives_the_published_card_and_nothing_of_it_is_kept(string name)
    {
        var place = ChatPlace.All.Single(place => place.Name == name);
        await fixture.RestAsync();
        var before = Trace.Of(fixture);

        var form = await Server.Teams.ComposeAsync(Server.People.Hilde, place);
        Assert.Equal((200, "Aankondigen"), (form.Status, form.DialogTitle));
        Assert.Contains("Wat wil je aankondigen?", Talks.Text(form.DialogCard), StringComparison.Ordinal);
        var answer = await Server.Teams.SubmitComposeAsync(Server.People.Hilde, Choose(Announcement.New, "nl"), place);

        Assert.True(JsonNode.DeepEquals(Book.Content(Template.Duinrand, Announcement.New, Tongue.Dutch), answer.ComposedCard), answer.Raw);
        Assert.Equal(before, Trace.Of(fixture));
    }

    [Theory, MemberData(nameof(Constant))]
    public async Task A_card_without_fields_is_the_same_for_whoever_asks_wherever(Announcement what, string tongue)
    {
        var cards = new List<string>();
        foreach (var (person, place) in new[] { (Server.People.Hilde, ChatPlace.Meeting), (Server.People.Noor, ChatPlace.Channel), (Server.People.Bram, ChatPlace.Group), (Server.People.Marijke, ChatPlace.Colleague) })
            cards.Add((await Server.Teams.SubmitComposeAsync(person, Choose(what, tongue), place)).Raw);

        Assert.Single(cards.Distinct());
        Assert.Contains(Book.Content(Template.Duinrand, what, Tongue.Of(tongue))["body"]![1]!["text"]!.GetValue<string>(), Talks.Text(JsonNode.Parse(cards[0])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "maandag 4 januari 2027", "Dag: ")]
    [InlineData("en", "Monday 4 January 2027", "Day: ")]
    public async Task A_session_carries_the_three_texts_that_HR_filled_in_and_otherwise_the_published_words(string tongue, string day, string label)
    {
        Assert.Contains("Plaats", Talks.Text((await SubmitAsync(Choose(Announcement.Session, tongue))).DialogCard), StringComparison.Ordinal);

        var card = (await SubmitAsync(Session(tongue, "2027-01-04", "14:30", "  Zaal 3.14 (begane grond), Café 't Hoekje & co "))).ComposedCard!;

        var published = Book.Content(Template.Duinrand, Announcement.Session, Tongue.Of(tongue));
        var filled = published.ToJsonString().Replace("{day}", day, StringComparison.Ordinal).Replace("{time}", "14:30", StringComparison.Ordinal)
            .Replace("{place}", "Zaal 3.14 (begane grond), Caf\\u00E9 \\u0027t Hoekje \\u0026 co", StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(filled), card), card.ToJsonString());
        Assert.Contains(label, Talks.Text(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-01", "10:00", "Zaal 1", "al voorbij")]
    [InlineData("2027-02-30", "10:00", "Zaal 1", "Deze dag bestaat niet")]
    [InlineData("morgen", "10:00", "Zaal 1", "Deze dag bestaat niet")]
    [InlineData("", "10:00", "Zaal 1", "Deze dag bestaat niet")]
    [InlineData("9999-12-31", "10:00", "Zaal 1", "meer dan een jaar")]
    [InlineData("2027-02-01", "25:00", "Zaal 1", "Deze tijd bestaat niet")]
    [InlineData("2027-03-28", "02:30", "Zaal 1", "Deze tijd bestaat niet")]
    [InlineData("2027-02-01", "10:00", "", "Vul in waar")]
    [InlineData("2027-02-01", "10:00", "   ", "Vul in waar")]
    public async Task What_cannot_be_is_said_calmly_in_the_form(string day, string time, string place, string sentence)
    {
        var answer = await SubmitAsync(Session("nl", day, time, place));

        Assert.Null(answer.ComposedCard);
        Assert.Contains(sentence, Talks.Text(answer.DialogCard), StringComparison.Ordinal);
        Assert.DoesNotContain("9999", answer.DialogCard!.ToJsonString().Replace("\"9999-12-31\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[klik](https://evil.example)")]
    [InlineData("https://evil.example")]
    [InlineData("evil.example")]
    [InlineData("Zaal 1 evil.example")]
    [InlineData("www evil example")]
    [InlineData("192.168.0.1")]
    [InlineData("<b>Zaal</b>")]
    [InlineData("<at>Noor</at>")]
    [InlineData("**Zaal** _1_")]
    [InlineData("# Zaal")]
    [InlineData("`Zaal`")]
    [InlineData("${Title}")]
    [InlineData("{{DATE(2027-01-01T00:00:00Z)}}")]
    [InlineData("Zaal\n\n1")]
    [InlineData("Zaal\r1")]
    [InlineData("Zaal\u20281")]
    [InlineData("Zaal\t1")]
    [InlineData("Zaal\u202E1")]
    [InlineData("Zaal\u20661")]
    [InlineData("Zaal\u200B1")]
    [InlineData("Zaal\u00001")]
    [InlineData("noor@duinrand example")]
    [InlineData("tel:112")]
    [InlineData("\"},{\"type\":\"Action.Submit\"")]
    [InlineData("Zaal \U0001F600")]
    [InlineData("\u0417\u0430\u043B")]
    [InlineData("e\u0301\u0301\u0301\u0301")]
    public async Task Markup_links_mentions_and_lines_do_not_get_onto_a_card(string place)
    {
        var answer = await SubmitAsync(Session("nl", "2027-02-01", "10:00", place));

        Assert.Null(answer.ComposedCard);
        Assert.Contains("alleen gewone letters", Talks.Text(answer.DialogCard), StringComparison.Ordinal);
        // What was typed stands in its own field again, and nowhere else.
        Assert.Equal([place], CardWalk.Elements(answer.DialogCard).Where(element => CardWalk.Text(element["id"]) == "place").Select(element => CardWalk.Text(element["value"])));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(241)]
    [InlineData(100_000)]
    public async Task A_place_that_is_too_long_is_said(int length)
    {
        var answer = await SubmitAsync(Session("nl", "2027-02-01", "10:00", new string('a', length)));

        Assert.Null(answer.ComposedCard);
        Assert.Contains("ten hoogste 60 tekens", Talks.Text(answer.DialogCard), StringComparison.Ordinal);
        Assert.InRange(answer.Raw.Length, 1, 8_000);
    }

    [Fact]
    public async Task A_place_of_sixty_letters_fits() =>
        Assert.NotNull((await SubmitAsync(Session("nl", "2027-02-01", "10:00", new string('a', 60)))).ComposedCard);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"step":"choose"}""")]
    [InlineData("""{"step":"choose","announcement":"0","tongue":"nl"}""")]
    [InlineData("""{"step":"choose","announcement":"New","tongue":"nl-NL"}""")]
    [InlineData("""{"step":"choose","announcement":"Firing","tongue":"nl"}""")]
    [InlineData("""{"step":"choose","announcement":["New"],"tongue":{}}""")]
    [InlineData("""{"step":"session","day":"2027-02-01","time":"10:00","place":"Zaal 1"}""")]
    [InlineData("""{"step":"back"}""")]
    [InlineData("""[1]""")]
    [InlineData("\"New\"")]
    [InlineData("null")]
    public async Task Whatever_is_none_of_our_buttons_leads_to_the_first_page(string data)
    {
        var activity = Server.Teams.Activities.Compose(Server.People.Hilde, "composeExtension/submitAction", ChatPlace.Meeting);
        activity["value"]!["data"] = JsonNode.Parse(data);
        var answer = await Server.Teams.PostAsync(activity);

        Assert.Null(answer.ComposedCard);
        Assert.Contains("Wat wil je aankondigen?", Talks.Text(answer.DialogCard), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commandContext", "message")]
    [InlineData("commandId", "other")]
    public async Task A_command_on_somebodys_message_or_one_that_is_not_ours_is_not_answered(string member, string value)
    {
        await fixture.RestAsync();
        var before = Trace.Of(fixture);
        var activity = Server.Teams.Activities.Compose(Server.People.Hilde, "composeExtension/fetchTask", ChatPlace.Channel);
        activity["value"]![member] = value;
        activity["value"]!["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["content"] = "Roerdomp" } };

        var answer = await Server.Teams.PostAsync(activity);

        Assert.Equal((501, ""), (answer.Status, answer.Raw));
        Assert.Equal(before, Trace.Of(fixture));
    }

    [Fact]
    public async Task Another_employer_gets_its_own_door_and_the_provider_none()
    {
        var windhoek = await Server.Teams.SubmitComposeAsync(Server.People.Wietske, Choose(Announcement.New, "en"), ChatPlace.Group);
        Assert.Contains("/open/windhoek", windhoek.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("duinrand", windhoek.Raw, StringComparison.Ordinal);

        var provider = await Server.Teams.ComposeAsync(Server.People.Sanne, ChatPlace.Group);
        Assert.Contains("Aankondigen kan hier nu niet", provider.DialogMessage, StringComparison.Ordinal);
    }

    private AnnouncementBook Book => new(employer => new Uri(Server.Bot!.Address, $"/open/{employer.Key}"), Template.Settings["Teams:AppId"]!);

    private Task<BotAnswer> SubmitAsync(JsonNode data) => Server.Teams.SubmitComposeAsync(Server.People.Hilde, data, ChatPlace.Channel);

    private static JsonObject Choose(Announcement what, string tongue) => new() { ["step"] = "choose", ["announcement"] = what.ToString(), ["tongue"] = tongue };

    private static JsonObject Session(string tongue, string day, string time, string place) =>
        new() { ["step"] = "session", ["tongue"] = tongue, ["day"] = day, ["time"] = time, ["place"] = place };
}
