using System.Net;
using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Languages;

/// <summary>A provider can override any text per employer; a changed text shows its review date.</summary>
public sealed class OwnTextEverywhereTests(OwnTextPlayground house) : IClassFixture<OwnTextPlayground>
{
    private const string Reviewed = "bekeken op 20 november 2026.";

    private PlaygroundServer Server => house.Server;

    [Theory]
    [InlineData("", "Title")]
    [InlineData("/poster", "PosterTitle")]
    [InlineData("/slide", "SlideTitle")]
    public async Task A_changed_text_of_the_kit_shows_its_review_date_and_another_employers_kit_stays(string page, string key)
    {
        var words = $"Laat het weten, {key}";
        house.Folder.Say("Announcing/Kit.nl.json", key, words);
        await UntilAsync($"/kit/duinrand/nl{page}", words);
        Assert.Contains(Reviewed, await GetAsync($"/kit/duinrand/nl{page}"), StringComparison.Ordinal);
        foreach (var other in new[] { $"/kit/windhoek/nl{page}", $"/kit/duinrand/en{page}" })
        {
            var html = await GetAsync(other);
            Assert.DoesNotContain(words, html, StringComparison.Ordinal);
            Assert.DoesNotContain("20 nov", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_changed_announcement_shows_its_review_date_and_stands_in_the_published_list()
    {
        house.Folder.Say("Announcing/Announcing.nl.json", "TitleNew", "Er is iemand voor je");
        await UntilAsync("/employer-visible/duinrand", "Er is iemand voor je");
        var answer = await Server.Teams.SubmitComposeAsync(
            Server.People.Hilde, new JsonObject { ["step"] = "choose", ["announcement"] = "New", ["tongue"] = "nl" }, ChatPlace.Channel);
        Assert.Contains("Er is iemand voor je", Talks.Text(answer.ComposedCard), StringComparison.Ordinal);
        Assert.Contains(Reviewed, Talks.Text(answer.ComposedCard), StringComparison.Ordinal);
        Assert.DoesNotContain("Er is iemand voor je", await GetAsync("/employer-visible/windhoek"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_word_of_the_announcement_form_is_in_the_form()
    {
        house.Folder.Say("Announcing/Announcing.nl.json", "FormWhy", "Kies wat je rondstuurt.");
        for (var look = 0; ; look++)
        {
            var form = await Server.Teams.ComposeAsync(Server.People.Hilde, ChatPlace.Channel);
            if (Talks.Text(form.DialogCard).Contains("Kies wat je rondstuurt.", StringComparison.Ordinal))
                return;
            Assert.True(look < 150, "The form did not change.");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task A_changed_text_of_the_card_dialogs_shows_its_review_date()
    {
        house.Folder.Say("Room/Hall.nl.json", "Question", "Wat brengt je hier?");
        house.Folder.Say("Teams/Dialogs/Dialog.nl.json", "Understood", "Ik ga door");
        var visitor = new CardVisitor(Server, Server.People.Noor);
        for (var look = 0; look < 150; look++)
        {
            await visitor.BeginAsync();
            if (visitor.Text.Contains("Wat brengt je hier?", StringComparison.Ordinal))
                break;
            await Task.Delay(100);
        }

        Assert.Contains("Wat brengt je hier?", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(Reviewed, visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync();
        Assert.Contains("Ik ga door", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(Reviewed, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_changed_front_door_passes_the_gate_shows_its_review_date_and_is_the_card_of_the_published_list()
    {
        house.Folder.Say("Teams/FrontDoor.nl.json", "Intro", "Je kunt hier iemand spreken.");
        await UntilAsync("/employer-visible/duinrand", "Je kunt hier iemand spreken.");
        await Server.Teams.UninstallAsync(Server.People.Bram);
        await Server.Teams.InstallAsync(Server.People.Bram);
        var card = await Server.Teams.MessageAsync(Server.People.Bram, "the changed card", message => Talks.Text(message.StoredCard).Contains("Je kunt hier iemand spreken.", StringComparison.Ordinal));
        Assert.Contains(Reviewed, Talks.Text(card.StoredCard), StringComparison.Ordinal);
        Assert.Contains(Reviewed, await GetAsync("/employer-visible/duinrand"), StringComparison.Ordinal);
    }

    private async Task UntilAsync(string path, string words)
    {
        for (var look = 0; !(await GetAsync(path)).Contains(words, StringComparison.Ordinal); look++)
        {
            Assert.True(look < 150, $"{path} does not say {words}.");
            await Task.Delay(100);
        }
    }

    private async Task<string> GetAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Server.Bot!.Address };
        return WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
    }
}

/// <summary>A provider that says things in its own words, and looks for changes every second; one employer has the second way in.</summary>
public sealed class OwnTextPlayground : PlaygroundFixture, IAsyncDisposable
{
    internal OwnTextFolder Folder { get; } = new();

    protected override PlaygroundOptions Options => base.Options with
    {
        ExtraEnvironment = new Dictionary<string, string>
        {
            ["Employers__duinrand__CardDialogs"] = "true",
            ["Language__OwnTexts"] = Folder.Path,
            ["Language__LookEvery"] = "00:00:01",
        },
    };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        Folder.Dispose();
    }
}
