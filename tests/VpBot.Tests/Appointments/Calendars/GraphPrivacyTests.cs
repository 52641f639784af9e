using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Playground;
using VpBot.Tests.Appointments.Calendars.Graph;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Calendars;

/// <summary>Whatever somebody says, Graph learns nothing of who they are, who employs them, and what it is about.</summary>
public sealed class GraphPrivacyTests
{
    private const int TalksInTheRoom = 16;
    private const int TalksAtTheMailbox = 500;

    private static readonly int Seed = RandomNumberGenerator.GetInt32(int.MaxValue);

    [Fact]
    public async Task In_the_whole_program_no_request_to_Graph_holds_anything_of_a_draft()
    {
#pragma warning disable CA5394 // The seed is told when it fails.
        var random = new Random(Seed);
#pragma warning restore CA5394
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var playground = await PlaygroundServer.StartAsync(new() { ExtraEnvironment = database.Settings });
        var secrets = OfThePeople(playground.People.Noor).ToList();
        var same = RandomDraft.Of(random);
        for (var talk = 0; talk < TalksInTheRoom; talk++)
        {
            // The first two are the same person with the same words: what is made from them would be the same too.
            var draft = talk < 2 ? same : RandomDraft.Of(random);
            secrets.AddRange(draft.Secrets);
            secrets.Add(await WalkAsync(playground, draft, fromTeams: talk % 2 == 0));
        }

        await Until.TrueAsync("every talk to be taken back", () => playground.Graph.Calendar(playground.People.Amir).Events.Count == 0, seconds: 60);
        await using var db = database.Open();
        secrets.AddRange((await db.Set<AppointmentRow>().AsNoTracking().ToListAsync()).Select(row => row.Person).OfType<string>());
        var leaks = playground.Graph.Received.SelectMany(request => Leaks(Bytes(request), secrets)).Distinct().ToList();
        Assert.True(leaks.Count == 0, $"Seed {Seed}: {string.Join("; ", leaks)}");

        var made = playground.Graph.Received.Where(request => request.Path.EndsWith("/events", StringComparison.Ordinal)).Select(request => request.Json!).ToList();
        Assert.Equal(TalksInTheRoom, made.Select(item => (string)item["transactionId"]!).Distinct().Count());
        Assert.All(made, item => Assert.Matches("^[0-9a-f]{32}-1$", (string)item["transactionId"]!));
        Assert.Equal(TalksInTheRoom, made.Select(item => (string)item["body"]!["content"]!).Distinct().Count());
        Assert.All(made, item => Assert.Matches("^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$", (string)item["body"]!["content"]!));
    }

    [Fact]
    public async Task At_the_mailbox_no_request_holds_anything_of_a_draft()
    {
#pragma warning disable CA5394 // The seed is told when it fails.
        var random = new Random(Seed);
#pragma warning restore CA5394
        await using var provider = await GraphProvider.StartAsync();
        provider.Graph.Says(200, GraphRequestTests.MeetingJson());
        var (advisor, stopping) = (provider.Advisors[0], TestContext.Current.CancellationToken);
        for (var talk = 0; talk < TalksAtTheMailbox; talk++)
        {
            var draft = RandomDraft.Of(random);
            var slot = new Slot(new DateTimeOffset(2027, 2, 22, 9, 0, 0, TimeSpan.Zero).AddMinutes(15 * talk), TimeSpan.FromMinutes(45));
            await provider.Mailbox.CreateMeetingAsync(advisor, slot, stopping);
            await provider.Mailbox.CreateEventAsync(advisor, slot, $"{Guid.CreateVersion7(slot.Start):N}-1", ReturnCode.NewReference(), stopping);
            await provider.Mailbox.MoveEventAsync(advisor, "event-1", slot, stopping);
            await provider.Mailbox.DeleteEventAsync(advisor, "event-1", stopping);
            var leaks = provider.Graph.Seen.SelectMany(seen => Leaks(Bytes(seen.Target, seen.Headers, seen.Body), draft.Secrets)).ToList();
            Assert.True(leaks.Count == 0, $"Seed {Seed}: {string.Join("; ", leaks)}");
            provider.Graph.Seen.Clear();
        }
    }

    [Theory]
    [InlineData("body")]
    [InlineData("base64 in the body")]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("header")]
    public void A_planted_word_is_found(string where)
    {
        const string Name = "Zoë Kruimel 123";
        var (path, header, body) = where switch
        {
            "path" => ($"/users/{Uri.EscapeDataString(Name)}/events", "", ""),
            "query" => ($"/users/x/events?name={Uri.EscapeDataString(Name)}", "", ""),
            "header" => ("", Name, ""),
            "body" => ("", "", new JsonObject { ["subject"] = Name }.ToJsonString()),
            _ => ("", "", Convert.ToBase64String(Encoding.UTF8.GetBytes("voor " + Name + "."))),
        };
        Assert.NotEmpty(Leaks(Bytes(path, new Dictionary<string, string> { ["x-name"] = header }, body), [Name]));
    }

    /// <summary>Books, reads that it arrived, and calls it off; returns the code.</summary>
    private static async Task<string> WalkAsync(PlaygroundServer playground, RandomDraft draft, bool fromTeams)
    {
        using var visitor = new RoomVisitor(playground.Bot!.Address);
        if (fromTeams)
        {
            var open = JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"room","lang":"nl"}""")!;
            await visitor.EnterAsync((await playground.Teams.PressAsync(playground.People.Noor, open)).Dialog!);
        }
        else
        {
            await visitor.BeginAsync(tongue: draft.Tongue);
        }

        await visitor.GoToAsync("For");
        await visitor.AnswerAsync(draft.For.ToString());
        await visitor.GoToAsync("About");
        await visitor.AnswerAsync(draft.About.ToString());
        if (draft.Way == "Phone")
        {
            await visitor.GoToAsync("Number", "amir", draft.Way);
            await visitor.AnswerAsync(draft.Number);
        }

        await visitor.GoToAsync("NoteCode", "amir", draft.Way, draft.Name);
        var code = visitor.Page.Code!;
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync(draft.Tongue == "nl" || fromTeams ? "aangekomen" : "arrived", seconds: 60);
        await visitor.AnswerAsync("cancel");
        await visitor.AnswerAsync("yes");
        return code;
    }

    private static IEnumerable<string> OfThePeople(Person employee) =>
    [
        employee.Name, employee.ObjectId, employee.ObjectId.Replace("-", "", StringComparison.Ordinal), employee.TeamsId, employee.ConversationId, employee.Mail,
        employee.Tenant.Key, employee.Tenant.Name, employee.Tenant.Id,
    ];

    private static IEnumerable<string> Leaks(byte[] request, IEnumerable<string> secrets) =>
        secrets.Distinct().SelectMany(secret => CanarySearch.Find(request, secret).Select(disguise => $"\"{secret}\" as {disguise}"));

    private static byte[] Bytes(ReceivedRequest request) => Bytes(request.Path, request.Headers, request.Text);

    // An address is looked at as it is and unescaped.
    private static byte[] Bytes(string path, IReadOnlyDictionary<string, string> headers, string body) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{path}\n{Uri.UnescapeDataString(path)}\n{string.Join('\n', headers)}\n{body}"));
}
