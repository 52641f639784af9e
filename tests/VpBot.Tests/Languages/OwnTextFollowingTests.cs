using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Profiles;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Languages;

/// <summary>A provider's own texts are read again while the service runs, all of them or none.</summary>
public sealed class OwnTextFollowingTests : IAsyncLifetime
{
    private readonly OwnTextFolder _folder = new();
    private BotInside _bot = null!;

    /// <summary>The service looks when the test says so: it would otherwise look between two files of one change.</summary>
    private const string Never = "00:05:00";

    public async ValueTask InitializeAsync()
    {
        _folder.Say("Room/Hall.nl.json", "Question", "Waarmee kunnen wij helpen?");
        _bot = await StartAsync(Never);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_change_is_said_within_seconds_without_a_restart()
    {
        await using var bot = await StartAsync("00:00:01");
        _folder.Say("Room/Hall.nl.json", "Question", "Wat brengt je hier?");
        await BotInside.UntilAsync("the new words", () => Task.FromResult(SaidBy(bot) == "Wat brengt je hier?"));
        using var visitor = new RoomVisitor(bot.Address);
        Assert.Equal("Wat brengt je hier?", (await visitor.BeginAsync()).Title);
    }

    [Fact]
    public void With_one_fault_every_text_stays_as_it_was_and_the_log_says_how_many_faults_there_are()
    {
        using var log = new LogLines();
        var following = Following(log);
        _folder.Say("Room/Hall.nl.json", "Question", "Wat brengt je hier?");
        _folder.Write("duinrand/Room/Room.nl.json", """{"reviewed":"2026-11-20","phrases":{"AtMost":"Kort.","Back":""}}""");

        Assert.False(following.Look());
        Assert.Equal("Waarmee kunnen wij helpen?", Said);
        Assert.Contains(log.Lines, logged => logged.Line.StartsWith("The provider's own texts have 2 faults; everybody reads what they read before.", StringComparison.Ordinal));
        Assert.All(log.Lines, logged => Assert.DoesNotContain("Kort", logged.Line, StringComparison.Ordinal));

        _folder.Say("Room/Room.nl.json", "AtMost", "Niet meer dan {longest} tekens.");
        following.Look();
        Assert.Equal("Wat brengt je hier?", Said);
        Assert.Equal("Niet meer dan 40 tekens.", _bot.Get<Spoken>().At("duinrand", "nl").Words<RoomPhrases>().AtMost("40"));
    }

    [Fact]
    public void A_promise_cannot_be_changed_while_the_service_runs_either()
    {
        _folder.Write("duinrand/Privacy/Exposure.nl.json", """{"reviewed":"2026-11-20","phrases":{"HoldsScreen":"Niets."}}""");
        _folder.Say("Room/Hall.nl.json", "Question", "Wat brengt je hier?");
        using var log = new LogLines();
        Assert.False(Following(log).Look());
        Assert.Equal("Waarmee kunnen wij helpen?", Said);
    }

    [Fact]
    public void When_the_folder_of_an_employer_is_gone_its_texts_stay_and_when_it_is_empty_ours_hold_again()
    {
        using var log = new LogLines();
        var following = Following(log);
        Directory.Delete(System.IO.Path.Combine(_folder.Path, "duinrand"), recursive: true);
        Assert.False(following.Look());
        Assert.Equal("Waarmee kunnen wij helpen?", Said);

        Directory.Move(_folder.Path, _folder.Path + "-away");
        Assert.False(following.Look());
        Assert.Contains(log.Lines, logged => logged.Line.EndsWith(nameof(DirectoryNotFoundException), StringComparison.Ordinal));
        Directory.Move(_folder.Path + "-away", _folder.Path);

        Directory.CreateDirectory(System.IO.Path.Combine(_folder.Path, "duinrand"));
        following.Look();
        Assert.Equal(Tongue.Dutch.Words<HallPhrases>().Question, Said);
    }

    [Fact]
    public async Task A_card_that_was_drawn_just_before_a_change_still_leaves_and_an_older_one_does_not()
    {
        using var log = new LogLines();
        var (following, book, employer) = (Following(log), _bot.Get<CatalogueBook>(), _bot.Get<EmployerDirectory>().ByKey("duinrand")!);
        var drawn = book.Page(employer, CatalogueCard.FrontDoor).ToArray();
        _folder.Say("Teams/FrontDoor.nl.json", "Title", "Praat met ons");
        Assert.True(following.Look());
        Assert.False(book.Page(employer, CatalogueCard.FrontDoor).Span.SequenceEqual(drawn));
        Assert.Equal(HttpStatusCode.Created, await SendAsync(employer.TenantId, drawn));

        _folder.Say("Teams/FrontDoor.nl.json", "Title", "Praat hier met ons");
        Assert.True(following.Look());
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(employer.TenantId, drawn));
        Assert.Equal(HttpStatusCode.Created, await SendAsync(employer.TenantId, book.Page(employer, CatalogueCard.FrontDoor).ToArray()));
    }

    [Fact]
    public async Task A_card_that_Teams_lets_wait_is_drawn_anew_so_that_two_changes_meanwhile_do_not_stop_it()
    {
        using var log = new LogLines();
        var (following, book, directory) = (Following(log), _bot.Get<CatalogueBook>(), _bot.Get<EmployerDirectory>());
        var said = new Queue<string>(["Praat met ons", "Praat hier met ons"]);
        using var line = new Waiting(() =>
        {
            while (said.TryDequeue(out var title))
            {
                _folder.Say("Teams/FrontDoor.nl.json", "Title", title);
                Assert.True(following.Look());
            }
        });
        using var http = new HttpClient(new EmployerGate(directory, book) { InnerHandler = line });
        Assert.IsType<Sending.Arrived>(await ChatsAsync(http, book, directory));
        Assert.Equal(2, line.Asked);
    }

    [Fact]
    public async Task What_the_gate_stopped_is_tried_again_and_never_taken_for_a_person_who_blocked_us()
    {
        using var line = new Waiting(() => { });
        using var http = new HttpClient(new EmployerGate(_bot.Get<EmployerDirectory>(), _bot.Get<CatalogueBook>()) { InnerHandler = line });
        var another = new CatalogueBook(_ => new Uri("https://elsewhere.example"));
        Assert.IsType<Sending.Later>(await ChatsAsync(http, another, _bot.Get<EmployerDirectory>()));
        Assert.Equal(0, line.Asked);
    }

    private static async Task<Sending> ChatsAsync(HttpClient http, CatalogueBook book, EmployerDirectory directory)
    {
        using var pace = new Pace(1, TimeProvider.System);
        var chats = new EmployerChat(new BotConnector(http, _ => Task.CompletedTask, pace, RetryPolicy.Build()), book);
        return await chats.SendAsync(directory.ByKey("duinrand")!, new("duinrand", "https://smba.trafficmanager.net/emea/", "a:1noor"), CatalogueCard.FrontDoor, TestContext.Current.CancellationToken);
    }

    /// <summary>Teams, which is busy the first time.</summary>
    private sealed class Waiting(Action meanwhile) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (++Asked > 1)
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = JsonContent.Create(new { id = "1" }) });
            meanwhile();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
        }
    }

    private async Task<HttpStatusCode> SendAsync(string tenant, byte[] body)
    {
        using var beyond = new Beyond();
        using var client = new HttpMessageInvoker(new EmployerGate(_bot.Get<EmployerDirectory>(), _bot.Get<CatalogueBook>()) { InnerHandler = beyond });
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://smba.trafficmanager.net/v3/conversations/a/activities") { Content = new ByteArrayContent(body) };
        request.Options.Set(EmployerGate.Tenant, tenant);
        using var answer = await client.SendAsync(request, default);
        return answer.StatusCode;
    }

    private string Said => SaidBy(_bot);

    private static string SaidBy(BotInside bot) => bot.Get<Spoken>().At("duinrand", "nl").Words<HallPhrases>().Question;

    private Task<BotInside> StartAsync(string lookEvery) =>
        BotInside.StartAsync(settings: new() { ["Language:OwnTexts"] = _folder.Path, ["Language:LookEvery"] = lookEvery }, listen: true);

    private OwnTextsFollowing Following(LogLines log) =>
        new(_bot.Get<LanguageSettings>(), _bot.Get<IHostEnvironment>(), _bot.Get<Spoken>(), TimeProvider.System, LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<OwnTextsFollowing>());
}
