using System.Net;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments;

/// <summary>How people meet, and what they take along: nothing that they did not ask for after reading what can be seen of it.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private static readonly AppointmentsPhrases Words = Tongue.Dutch.Words<AppointmentsPhrases>();
    private PlaygroundServer playground = null!;
    private RoomVisitor visitor = null!;
    private readonly List<HttpResponseMessage> answers = [];

    public async ValueTask InitializeAsync()
    {
        playground = await PlaygroundServer.StartAsync(new() { BotStartBudget = TimeSpan.FromSeconds(30) });
        visitor = new RoomVisitor(playground.Bot!.Address) { Seen = answers.Add };
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await playground.DisposeAsync();
    }

    [Fact]
    public async Task The_link_of_a_meeting_stands_behind_I_understand_what_my_employer_can_see()
    {
        await BookAsync("amir", "Teams");
        var link = Assert.Single(playground.Graph.Calendar(playground.People.Amir).Meetings).JoinWebUrl;
        Assert.DoesNotContain(link, WebUtility.HtmlDecode(visitor.Page.Html), StringComparison.Ordinal);
        Assert.Contains(Words.MeetingIdLabel, visitor.Page.Text, StringComparison.Ordinal);

        await visitor.AnswerAsync("link");
        Assert.DoesNotContain(link, WebUtility.HtmlDecode(visitor.Page.Html), StringComparison.Ordinal);
        Assert.Contains("kan je werkgever zien", visitor.Page.Title, StringComparison.Ordinal);
        await visitor.AnswerAsync("yes");

        Assert.Contains($"href=\"{link}\"", WebUtility.HtmlDecode(visitor.Page.Html), StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer\"", visitor.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_phone_or_with_a_standing_meeting_there_is_no_link_to_show()
    {
        await BookAsync("sanne", "Teams");
        Assert.DoesNotContain("link", visitor.Page.Values);
        Assert.Contains("300 000 000 001", visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_for_ones_own_calendar_is_made_only_when_asked_for_and_after_a_warning()
    {
        await BookAsync("sanne", "InPerson");
        Assert.DoesNotContain("data-act=\"file\"", visitor.Page.Html, StringComparison.Ordinal);
        await FileAsync();
        Assert.NotEqual("text/calendar", answers[^1].Content.Headers.ContentType?.MediaType);

        await visitor.AnswerAsync("save");
        Assert.Contains(Words.FileSureWhy, visitor.Page.Text, StringComparison.Ordinal);
        await visitor.AnswerAsync("yes");
        Assert.Contains("data-act=\"file\"", visitor.Page.Html, StringComparison.Ordinal);
        var page = visitor.Page;
        var file = (await FileAsync()).Html;

        Assert.Equal("text/calendar", answers[^1].Content.Headers.ContentType?.MediaType);
        Assert.Equal("afspraak.ics", answers[^1].Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.True(answers[^1].Headers.CacheControl?.NoStore);
        Assert.Contains("SUMMARY:Afspraak\r\n", file, StringComparison.Ordinal);
        string[] allowed = ["BEGIN", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "END"];
        Assert.All(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line.Split(':')[0], allowed));
        foreach (var word in (string[])["Kruimel", "sanne", "Sanne", "Luwte", "spreekkamer", "vertrouwen", "Duinrand", "http", "088 000", "127.0.0.1", "Havenhuis"])
            Assert.DoesNotContain(word, file, StringComparison.OrdinalIgnoreCase);
        await visitor.AnswerAsync(page, "refresh");
        Assert.Equal("Status", visitor.Page.Step);
    }

    [Fact]
    public async Task A_phone_number_is_forgotten_with_the_appointment_and_at_once_when_it_is_called_off()
    {
        await BookAsync("sanne", "Phone");
        await visitor.AnswerAsync("cancel");
        await visitor.AnswerAsync("yes");
        Assert.Contains("afgezegd", visitor.Page.Title, StringComparison.Ordinal);

        var press = await playground.Teams.PressAsync(playground.People.Sanne, System.Text.Json.Nodes.JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"desk","lang":"nl"}""")!.AsObject());
        using var desk = new RoomVisitor(playground.Bot!.Address);
        await desk.EnterAsync(press.Dialog!);
        await desk.AnswerAsync(desk.Page.Values[0]);

        Assert.DoesNotContain("06 12 34 56 78", desk.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kruimel", desk.Page.Text, StringComparison.Ordinal);
        Assert.Contains("Kenmerk", desk.Page.Text, StringComparison.Ordinal);
    }

    private async Task BookAsync(string advisor, string way)
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync("NoteCode", advisor, way, "Kruimel");
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync("aangekomen");
    }

    private Task<RoomPageSeen> FileAsync() => visitor.ActAsync("file");
}
