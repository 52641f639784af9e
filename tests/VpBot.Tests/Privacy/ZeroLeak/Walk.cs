using System.Globalization;
using System.Text.Json.Nodes;
using VpBot.Appointments;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>Walks the paths of the room in one language, and plants on each what would give somebody away.</summary>
internal sealed partial class Walk(ZeroLeakPlayground house, Tongue tongue, Canaries canaries) : IDisposable
{
    private readonly List<RoomVisitor> visitors = [];

    /// <summary>Every path, by what somebody does on it.</summary>
    public IReadOnlyDictionary<string, Func<Task>> Paths => new Dictionary<string, Func<Task>>
    {
        ["reading every page"] = ReadAsync,
        ["an external advisor by telephone, who says yes"] = () => BookAsync("sanne", "Phone", card => ActAsync(card, "handoff.accept")),
        ["an external advisor in person, called off"] = () => BookAsync("sanne", "InPerson", _ => CallOffAsync()),
        ["an advisor with a Graph calendar, moved and called off"] = () => BookAsync("amir", "Teams", _ => MoveAndCallOffAsync()),
        ["an advisor with a Graph calendar by telephone, from one's own phone"] = OwnPhoneAsync,
        ["passing on"] = () => BookAsync("sanne", "Phone", card => ActAsync(card, "handoff.passOn")),
        ["an internal advisor, and the desk"] = InternalAsync,
        ["the consultation hour"] = ConsultationAsync,
        ["people who must not know, and a report"] = ReportAsync,
        ["the route of an accused person"] = AccusedAsync,
        ["asking a colleague along"] = SparringAsync,
        ["closing, and the yearly figures"] = CloseAsync,
        ["an advisor's own absence and profile"] = SelfAsync,
        ["lines typed in the chat"] = TypeAsync,
        ["wrong codes"] = WrongCodesAsync,
        ["bad forms and too large bodies"] = BadFormsAsync,
        ["marked requests"] = MarkedRequestsAsync,
        ["unknown tenants and broken activities"] = UnknownTenantsAsync,
        ["Teams in trouble"] = TeamsTroubleAsync,
        ["Graph in trouble"] = GraphTroubleAsync,
        ["an exception in a turn"] = ExceptionAsync,
        ["a crash in the middle"] = CrashAsync,
        ["another time that an advisor proposes"] = ProposalAsync,
        ["a conflict of interest at the desk"] = ConflictAsync,
        ["nobody answers"] = SilenceAsync,
        ["messages, aftercare and a nudge"] = AftercareAsync,
        ["questions in one's own words"] = AskAsync,
        ["announcing, and writing where the bot is not"] = AnnounceAsync,
    };

    private Person Employee => tongue.Code switch { "nl" => Server.People.Noor, "en" => Server.People.Bram, _ => Server.People.Hilde };

    private PlaygroundServer Server => house.Server;

    /// <summary>The one who is in the room now.</summary>
    private RoomVisitor Visitor { get; set; } = null!;

    public void Dispose() => visitors.ForEach(visitor => visitor.Dispose());

    private RoomVisitor NewVisitor()
    {
        visitors.Add(Visitor = new RoomVisitor(Server.Bot!.Address) { Seen = response => house.Note(Exchange.Of(response)) });
        return Visitor;
    }

    /// <summary>From Teams, with a ticket.</summary>
    private async Task<RoomVisitor> EnterAsync(Person person, string open = "room")
    {
        var press = await Server.Teams.PressAsync(person, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = open, ["lang"] = tongue.Code });
        canaries.Plant(Kind.Ticket, press.Dialog!.Fragment[1..]);
        await NewVisitor().EnterAsync(press.Dialog);
        canaries.Plant(Kind.Session, Visitor.Page.Session);
        return Visitor;
    }

    private async Task ReadAsync()
    {
        await EnterAsync(Employee);
        await Visitor.AnswerAsync("explain");
        foreach (var page in Visitor.Page.Values)
        {
            await Visitor.AnswerAsync(page);
            await Visitor.ActAsync("back");
        }

        await Visitor.ActAsync("leave");
    }

    /// <summary>From the door to a handoff that arrived, with every answer that can carry a word.</summary>
    private async Task BookAsync(string advisor, string way, Func<ChatMessage, Task> then)
    {
        await EnterAsync(Employee);
        var alias = await AnswerAllAsync(advisor, way);
        var card = await Server.Teams.MessageAsync(
            Server.People[advisor], "the handoff", message => Talks.Text(message.StoredCard).Contains(alias, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        await then(card);
    }

    private string Arrived => tongue.Words<AppointmentsPhrases>().State(AppointmentState.Delivered);

    /// <param name="before">Runs just before the booking.</param>
    /// <returns>The alias.</returns>
    private async Task<string> AnswerAllAsync(string advisor, string way, Action? before = null)
    {
        await Visitor.GoToAsync("About");
        // A free text where a choice is asked.
        await Visitor.AnswerAsync(canaries.NewWord(Kind.FreeText));
        // What goes to an advisor is in a reviewed language, whatever the room speaks.
        canaries.Plant(Kind.Topic, tongue.Words<IntakePhrases>().Topic(Topic.SexualHarassment), tongue.Reviewed.Words<IntakePhrases>().Topic(Topic.SexualHarassment), nameof(Topic.SexualHarassment));
        await Visitor.AnswerAsync(nameof(Topic.SexualHarassment));
        canaries.Plant(Kind.Advisor, Server.People[advisor].Name);
        if (way == "Phone")
        {
            await Visitor.GoToAsync("Number", advisor, way);
            await Visitor.AnswerAsync(canaries.NewWord(Kind.FreeText));
            await Visitor.AnswerAsync(canaries.NewPhone());
        }

        await Visitor.GoToAsync("When", advisor, way);
        var time = Visitor.Page.Values.First(value => value.StartsWith(advisor + "/", StringComparison.Ordinal));
        PlantTime(time[(advisor.Length + 1)..]);
        await Visitor.AnswerAsync(time);
        var alias = canaries.NewWord(Kind.Alias);
        await Visitor.GoToAsync("NoteCode", advisor, way, alias);
        PlantCode(Visitor.Page.Code);
        before?.Invoke();
        await Visitor.AnswerAsync("noted");
        canaries.Plant(Kind.Session, Visitor.Page.Session);
        return alias;
    }

    private void PlantTime(string seconds)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
        canaries.Plant(Kind.Slot, seconds, start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), tongue.SayDay(start), tongue.Reviewed.SayDay(start));
    }

    private void PlantCode(string? code)
    {
        Assert.NotNull(code);
        canaries.Plant(Kind.ReturnCode, code, code.Replace("-", "", StringComparison.Ordinal), code.ToLowerInvariant());
    }

    private async Task ActAsync(ChatMessage card, string verb)
    {
        await Server.Teams.ExecuteAsync(card.Person, card.Id, verb, Talks.DataOf(card));
        await Visitor.AnswerAsync("refresh");
    }

    private async Task CallOffAsync()
    {
        await Visitor.AnswerAsync("cancel");
        await Visitor.AnswerAsync("yes");
    }

    private async Task MoveAndCallOffAsync()
    {
        await Visitor.AnswerAsync("move");
        PlantTime(Visitor.Page.Values[^1]);
        await Visitor.AnswerAsync(Visitor.Page.Values[^1]);
        await Visitor.AnswerAsync("yes");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        await CallOffAsync();
    }

    private async Task OwnPhoneAsync()
    {
        await NewVisitor().BeginAsync(tongue: tongue.Code);
        await AnswerAllAsync("amir", "Phone");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
    }

    private async Task InternalAsync()
    {
        await EnterAsync(Employee);
        await AnswerAllAsync("marijke", "InPerson");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        var employee = Visitor;
        var desk = await EnterAsync(Server.People.Marijke, open: "desk");
        var request = desk.Page.Values[0];
        await desk.AnswerAsync(request);
        await desk.AnswerAsync("handoff.accept");
        await desk.AnswerAsync("handoff.passOn");
        await desk.AnswerAsync("RatherNot");
        await employee.AnswerAsync("refresh");
    }

    private async Task ConsultationAsync()
    {
        await EnterAsync(Employee);
        await Visitor.AnswerAsync("consultation");
        if (Visitor.Page.Values.FirstOrDefault(value => value.StartsWith("sanne/", StringComparison.Ordinal)) is not { } hour)
            return;
        await Visitor.AnswerAsync(hour);
        await Visitor.AnswerAsync("go");
        await Visitor.AnswerAsync("yes");
        PlantCode(Visitor.Page.Code);
        await Visitor.AnswerAsync("go");
        canaries.Plant(Kind.Session, Visitor.Page.Session);
        var desk = await EnterAsync(Server.People.Sanne, open: "desk");
        await desk.AnswerAsync("desk-hour");
        await desk.AnswerAsync("refresh");
    }

    private async Task CrashAsync()
    {
        await EnterAsync(Employee);
        await Visitor.GoToAsync("CalledAs");
        await Visitor.AnswerAsync(canaries.NewWord(Kind.Alias));
        await Server.Bot!.KillAsync();
        await Server.Bot.StartAsync();
        await Visitor.ActAsync("look");
        await Visitor.GoToAsync("NoteCode");
        PlantCode(Visitor.Page.Code);
        await Visitor.AnswerAsync("noted");
        await Server.Bot.RestartAsync();
    }
}
