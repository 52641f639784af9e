using VpBot.Profiles;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Profiles;

/// <summary>Advisors at "my hours and profile", and employees who look at what comes of it, over HTTP.</summary>
internal sealed class OwnDesk(BotInside bot) : IDisposable
{
    private readonly List<RoomVisitor> visitors = [];

    /// <summary>An advisor before the list of what can be changed.</summary>
    public async Task<RoomVisitor> AtSelfAsync(string advisor = "sanne", string tongue = "nl", BotInside? at = null)
    {
        var there = at ?? bot;
        var dialog = await there.TicketAsync(new Admission("duinrand", null, advisor, tongue, "default"));

        var desk = Visitor(there);
        await desk.EnterAsync(dialog);
        await desk.AnswerAsync(Self.GoalName);
        Assert.Equal("Part", desk.Page.Step);
        return desk;
    }

    /// <summary>Answers one after the other; "yes" saves.</summary>
    public static async Task<RoomPageSeen> SayAsync(RoomVisitor desk, params string[] answers)
    {
        foreach (var answer in answers)
            await desk.AnswerAsync(answer);
        return desk.Page;
    }

    /// <summary>From the desk to what is saved.</summary>
    public async Task<RoomVisitor> SetAsync(string advisor, params string[] answers)
    {
        var desk = await AtSelfAsync(advisor);
        await SayAsync(desk, [.. answers, "yes"]);
        Assert.Contains("Het is opgeslagen", desk.Page.Text, StringComparison.Ordinal);
        return desk;
    }

    /// <summary>The days of the week on which an employee is offered this advisor.</summary>
    public async Task<IReadOnlyList<DayOfWeek>> OfferedAsync(string advisor = "sanne", BotInside? at = null) =>
        [.. (await TimesAsync(advisor, at)).Select(time => time.DayOfWeek).Distinct().Order()];

    public async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(string advisor = "sanne", BotInside? at = null)
    {
        var employee = Visitor(at ?? bot);
        await employee.BeginAsync();
        await employee.GoToAsync("When", advisor);
        return [.. employee.Page.Values.Where(value => value.StartsWith($"{advisor}/", StringComparison.Ordinal))
            .Select(value => DateTimeOffset.FromUnixTimeSeconds(long.Parse(value[(advisor.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture)))];
    }

    /// <summary>The page on which an employee reads who the advisors are.</summary>
    public async Task<RoomPageSeen> ProfilesAsync(string tongue = "nl")
    {
        var employee = Visitor(bot);
        await employee.BeginAsync(tongue: tongue);
        return await employee.GoToAsync("WithWhom");
    }

    public RoomVisitor Visitor(BotInside at)
    {
        var visitor = new RoomVisitor(at.Address);
        visitors.Add(visitor);
        return visitor;
    }

    public void Dispose() => visitors.ForEach(visitor => visitor.Dispose());
}
