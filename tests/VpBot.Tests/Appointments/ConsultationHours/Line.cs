using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.ConsultationHours;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.ConsultationHours;

/// <summary>People in the line of a consultation hour and the advisor at the desk, over HTTP, on a clock that the test moves.</summary>
internal sealed class Line(BotInside bot) : IDisposable
{
    private readonly List<RoomVisitor> _visitors = [];

    /// <summary>The bot half an hour before Sanne's hour of Wednesday 13 January 2027, 11:00 in Amsterdam.</summary>
    public static async Task<BotInside> BeforeTheHourAsync(Dictionary<string, string?>? settings = null)
    {
        var bot = await BotInside.StartAsync(settings: settings, listen: true);
        bot.Clock.Pass(TimeSpan.FromHours(48.5));
        return bot;
    }

    /// <summary>Someone who stands before the choice of an hour.</summary>
    public async Task<RoomVisitor> AtTheHoursAsync(string employer = "duinrand", string tongue = "nl")
    {
        var visitor = NewVisitor();
        await visitor.BeginAsync(employer, tongue);
        await visitor.AnswerAsync("consultation");
        return visitor;
    }

    /// <summary>Someone who only has to say yes.</summary>
    public async Task<RoomVisitor> AtConsentAsync(string advisor = "sanne")
    {
        var visitor = await AtTheHoursAsync();
        await visitor.AnswerAsync(visitor.Page.Values.First(value => value.StartsWith(advisor + "/", StringComparison.Ordinal)));
        await visitor.AnswerAsync("go");
        return visitor;
    }

    /// <summary>Someone with a place, and its code.</summary>
    public async Task<(RoomVisitor Visitor, string Code)> JoinAsync(string advisor = "sanne")
    {
        var visitor = await AtConsentAsync(advisor);
        await visitor.AnswerAsync("yes");
        var code = visitor.Page.Code ?? throw new InvalidOperationException($"There is no code: {visitor.Page.Text}");
        await visitor.AnswerAsync("go");
        return (visitor, code);
    }

    /// <summary>Someone who comes back with a code, on any device.</summary>
    public async Task<RoomVisitor> BackWithAsync(string code, string employer = "duinrand")
    {
        var visitor = await AtTheHoursAsync(employer);
        await visitor.AnswerAsync("code:");
        await visitor.AnswerAsync(code);
        return visitor;
    }

    /// <summary>The advisor's desk.</summary>
    public async Task<RoomVisitor> DeskAsync(string advisor = "sanne")
    {
        var dialog = await bot.TicketAsync(new Admission("duinrand", null, advisor, "nl", "default"));

        var desk = NewVisitor();
        await desk.EnterAsync(dialog);
        return desk;
    }

    /// <summary>The advisor before their consultation hour.</summary>
    public async Task<RoomVisitor> DeskHourAsync(string advisor = "sanne")
    {
        var desk = await DeskAsync(advisor);
        await desk.AnswerAsync(DeskHour.GoalName);
        return desk;
    }

    /// <summary>Presses the button that does this, whatever number it was drawn for.</summary>
    public static Task<RoomPageSeen> PressAsync(RoomVisitor desk, string verb) =>
        desk.AnswerAsync(desk.Page.Values.Single(value => value.StartsWith(verb + "/", StringComparison.Ordinal)));

    public async Task<string> StatesAsync()
    {
        await using var db = bot.Open();
        var rows = await db.Set<ConsultationPlaceRow>().AsNoTracking().OrderBy(row => row.StartsAt).ThenBy(row => row.Number).ToListAsync();
        return string.Join(' ', rows.Select(row => $"{row.Number}:{row.State}"));
    }

    public RoomVisitor NewVisitor()
    {
        var visitor = new RoomVisitor(bot.Address);
        _visitors.Add(visitor);
        return visitor;
    }

    public void Dispose() => _visitors.ForEach(visitor => visitor.Dispose());
}
