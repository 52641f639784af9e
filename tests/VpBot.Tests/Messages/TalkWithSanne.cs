using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Appointments;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Messages;

/// <summary>Chats that remember what was sent to them.</summary>
internal sealed class RememberingChats : IAdvisorChat, IEmployeeChat
{
    private readonly List<string> sent = [];

    /// <summary>The cards and calls, by what they were.</summary>
    public IReadOnlyList<string> Sent
    {
        get { lock (sent) return [.. sent]; }
    }

    public Func<Sending> Answer { get; set; } = () => new Sending.Arrived("1");

    public int Count(string what) => Sent.Count(each => each == what);

    public Task<Sending> HandOverAsync(ExternalAdvisor advisor, Func<string, IProviderCard> draw, CancellationToken stopping) => Note(draw("29:x").GetType().Name);

    public Task<Sending> RefreshAsync(ExternalAdvisor advisor, string activityId, Func<string, IProviderCard> draw, CancellationToken stopping) => Note("refresh");

    public Task<Sending> CallAsync(InternalAdvisor advisor, CancellationToken stopping) => Note("call");

    public Task<Sending> NudgeAsync(Employer employer, Confidential chat, CancellationToken stopping) => Note($"nudge {chat.Reveal()}");

    private Task<Sending> Note(string what)
    {
        lock (sent) sent.Add(what);
        return Task.FromResult(Answer());
    }
}

/// <summary>A talk with an advisor that stands: the employee at their appointment, the advisor at the request, over real HTTP.</summary>
internal sealed class TalkWithSanne : IAsyncDisposable
{
    public const string Person = "7e11ab1e7e11ab1e7e11ab1e7e11ab1e";

    public required BotInside Bot { get; init; }

    public required RememberingChats Chats { get; init; }

    public required RoomVisitor Employee { get; init; }

    public required RoomVisitor Desk { get; init; }

    /// <param name="inTeams">From Teams, with a chat to come back to; or from a phone of one's own.</param>
    public static async Task<TalkWithSanne> AcceptedAsync(Engine engine = Engine.Sqlite, bool inTeams = true, string advisor = "sanne")
    {
        var chats = new RememberingChats();
        var bot = await BotInside.StartAsync(engine, listen: true, also: services => services.AddSingleton<IAdvisorChat>(chats).AddSingleton<IEmployeeChat>(chats));
        var talk = new TalkWithSanne { Bot = bot, Chats = chats, Employee = new(bot.Address), Desk = new(bot.Address) };
        if (inTeams)
            await talk.EnterAsync(talk.Employee, null);
        else
            await talk.Employee.BeginAsync();
        await talk.Employee.GoToAsync("NoteCode", advisor, advisor == "sanne" ? "Phone" : "InPerson");
        await talk.Employee.AnswerAsync("noted");
        await talk.Employee.LookUntilAsync("aangekomen");
        await talk.EnterAsync(talk.Desk, advisor);
        await talk.Desk.AnswerAsync((await talk.RowAsync()).Id);
        await talk.Desk.AnswerAsync("handoff.accept");
        await talk.Employee.AnswerAsync("refresh");
        return talk;
    }

    public async Task<RoomPageSeen> EnterAsync(RoomVisitor visitor, string? advisor, string person = Person)
    {
        var admission = new Admission("duinrand", advisor is null ? person : null, advisor, "nl", "default") { Chat = advisor is null ? new Confidential($"chat of {person}") : null };
        var dialog = await Bot.TicketAsync(admission);
        return await visitor.EnterAsync(dialog);
    }

    /// <summary>Both sides again at this talk, after longer than a session lives.</summary>
    public async Task ComeBackAsync()
    {
        await EnterAsync(Employee, null);
        await Employee.AnswerAsync("appointment");
        var row = await RowAsync();
        await EnterAsync(Desk, row.Advisor);
        await Desk.AnswerAsync(row.Id);
    }

    public async Task<AppointmentRow> RowAsync()
    {
        await using var db = Bot.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync();
    }

    public async Task ChangeAsync(Action<AppointmentRow> change)
    {
        await using var db = Bot.Open();
        change(await db.Set<AppointmentRow>().SingleAsync());
        await db.SaveChangesAsync();
    }

    public async Task<int> CountAsync<T>() where T : class
    {
        await using var db = Bot.Open();
        return await db.Set<T>().CountAsync();
    }

    /// <summary>Writes one message, from the page of the appointment or of the request, and goes back there.</summary>
    public static async Task WriteAsync(RoomVisitor visitor, string text)
    {
        await visitor.AnswerAsync("messages");
        await visitor.AnswerAsync("write");
        await visitor.AnswerAsync(text);
        Assert.Equal("Sure", visitor.Page.Step);
        await visitor.AnswerAsync("yes");
        Assert.Equal("Read", visitor.Page.Step);
        await visitor.AnswerAsync("back");
    }

    public async ValueTask DisposeAsync()
    {
        Employee.Dispose();
        Desk.Dispose();
        await Bot.DisposeAsync();
    }
}
