using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Privacy;
using VpBot.Register;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Register;

/// <summary>People who book and an advisor who closes, over HTTP, on a clock that the test moves.</summary>
internal sealed class Closings(BotInside bot) : IDisposable
{
    public static readonly string[] Answers = ["Phone", "Bullying", "OnlyTalk", "Better"];
    private readonly List<RoomVisitor> visitors = [];

    /// <summary>Somebody with a talk, who looks at it.</summary>
    public async Task<RoomVisitor> BookAsync(string called = "Robin", int time = 0)
    {
        var visitor = NewVisitor();
        await visitor.BeginAsync();
        await visitor.GoToAsync("NoteCode", called: called, time: time);
        await visitor.AnswerAsync("noted");
        return visitor;
    }

    public async Task<RoomVisitor> DeskAsync(string advisor = "sanne", string employer = "duinrand", BotInside? at = null)
    {
        var dialog = await (at ?? bot).TicketAsync(new Admission(employer, null, advisor, "nl", "default"));

        var desk = NewVisitor(at);
        await desk.EnterAsync(dialog);
        return desk;
    }

    /// <summary>An advisor who only has to say yes.</summary>
    public async Task<RoomVisitor> AtSureAsync(string request, BotInside? at = null)
    {
        var desk = await DeskAsync(at: at);
        await desk.AnswerAsync(request);
        await desk.AnswerAsync("close");
        foreach (var answer in Answers)
            await desk.AnswerAsync(answer);
        Assert.Equal("Sure", desk.Page.Step);
        return desk;
    }

    public async Task CloseAsync(string request) => await (await AtSureAsync(request)).AnswerAsync("yes");

    /// <summary>The requests there are, the oldest talk first.</summary>
    public async Task<IReadOnlyList<AppointmentRow>> RequestsAsync()
    {
        await using var db = bot.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().OrderBy(row => row.StartsAt).ToListAsync();
    }

    /// <summary>How many closings were counted for an employer in a year.</summary>
    public async Task<int> CountedAsync(string employer = "duinrand", int year = 2027)
    {
        await using var db = bot.Open();
        return await db.Set<RegisterRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Employer == employer && row.Year == year) is { } row
            ? Questions.Trees[Question.Matter].Answers.Sum(answer => bot.Get<Sealing>().Open(employer, SealedKind.Register, row.Sealed, RegisterJson.Default.Counts)!.Of(Question.Matter, answer))
            : 0;
    }

    /// <summary>Counts a whole year of closings, as they would have been counted one by one.</summary>
    public async Task CountAsync(int closings)
    {
        for (var index = 0; index < closings; index++)
        {
            await using var db = bot.Open();
            await bot.Get<YearBook>().CountAsync(db, "duinrand", (VpBot.Employers.Side)(index % 2), RegisterTranscriptTests.Note(index));
            await db.SaveChangesAsync();
        }
    }

    private RoomVisitor NewVisitor(BotInside? at = null)
    {
        var visitor = new RoomVisitor((at ?? bot).Address);
        visitors.Add(visitor);
        return visitor;
    }

    public void Dispose() => visitors.ForEach(visitor => visitor.Dispose());
}
