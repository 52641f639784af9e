using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Playground;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Teams.Incoming;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>Forgetting is proven by reading the database file and its write-ahead log, byte by byte.</summary>
public sealed class ForgettingTests
{
    private const string Name = "Zeer Bijzondere Naam";
    private const string Number = "06 98 76 54 32";

    [Fact]
    public async Task What_someone_typed_is_never_readable_in_the_database_file()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await VisitAsync(visitor, "NoteCode");
        var files = await BytesAsync(bot);
        // The clear columns are there, so it is the right file that was read.
        Assert.True(Holds(files, Encoding.UTF8.GetBytes("duinrand")));
        foreach (var text in new[] { Name, "Bijzondere", Number, "98 76 54", "ThinkAlong", visitor.Page.Code!, visitor.Page.Session })
        {
            Assert.False(Holds(files, Encoding.UTF8.GetBytes(text)), $"\"{text}\" can be read in the file.");
            Assert.False(Holds(files, Encoding.Unicode.GetBytes(text)), $"\"{text}\" can be read in the file, as UTF-16.");
        }
    }

    [Fact]
    public async Task When_the_clock_has_passed_every_row_and_every_byte_is_gone()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var books = new RoomVisitor(bot.Address);
        using var chooses = new RoomVisitor(bot.Address);
        await VisitAsync(books, "NoteCode");
        await VisitAsync(chooses, "CalledAs");
        await using (var db = bot.Open())
        {
            await bot.TicketAsync(new Admission("duinrand", "pseudonym", null, "nl", "default"));
            db.Add(new SeenActivityRow { Hash = [.. Encoding.UTF8.GetBytes("seen-activity-16")], ForgetAt = bot.Clock.GetUtcNow().AddDays(2) });
            await db.SaveChangesAsync();
        }

        var traces = await TracesAsync(bot);
        Assert.Equal(2 + 1 + 1 + 1, traces.Count);
        Assert.All(traces, trace => Assert.True(Holds(BytesAsync(bot).Result, trace)));

        bot.Clock.Pass(TimeSpan.FromMinutes(31));
        Assert.True(await bot.ForgetAsync() > 0);
        Assert.Equal((0, 0, 1), (await CountAsync<SessionRow>(bot), await CountAsync<TicketRow>(bot), await CountAsync<AppointmentRow>(bot)));
        Assert.Equal(5, await CountAsync<TimeCellRow>(bot));

        bot.Clock.Pass(TimeSpan.FromDays(40));
        await bot.ForgetAsync();
        Assert.Equal((0, 0, 0), (await CountAsync<AppointmentRow>(bot), await CountAsync<TimeCellRow>(bot), await CountAsync<SeenActivityRow>(bot)));
        var files = await BytesAsync(bot);
        Assert.All(traces, trace => Assert.False(Holds(files, trace), "A forgotten row can still be found in the file."));
    }

    [Fact]
    public async Task Who_leaves_the_room_is_gone_from_the_file_after_the_next_round_of_forgetting()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await VisitAsync(visitor, "TakeOver");
        var traces = await TracesAsync(bot);
        await visitor.ActAsync("leave");
        Assert.Equal((0, 0), (await CountAsync<SessionRow>(bot), await CountAsync<TimeCellRow>(bot)));
        await bot.ForgetAsync();
        var files = await BytesAsync(bot);
        Assert.All(traces, trace => Assert.False(Holds(files, trace), "A closed session can still be found in the file."));
    }

    private static async Task VisitAsync(RoomVisitor visitor, string step)
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync("Number");
        await visitor.AnswerAsync(Number);
        await visitor.GoToAsync(step, called: Name);
        Assert.Equal(step, visitor.Page.Step);
    }

    /// <summary>A piece out of the middle of everything sealed, and what was hashed.</summary>
    private static async Task<List<byte[]>> TracesAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return
        [
            .. (await db.Set<SessionRow>().AsNoTracking().ToListAsync()).Select(row => row.Sealed[64..96]),
            .. (await db.Set<TicketRow>().AsNoTracking().ToListAsync()).Select(row => row.Sealed[64..96]),
            .. (await db.Set<AppointmentRow>().AsNoTracking().ToListAsync()).Select(row => row.Sealed[64..96]),
            .. (await db.Set<SeenActivityRow>().AsNoTracking().ToListAsync()).Select(row => row.Hash),
        ];
    }

    private static async Task<int> CountAsync<T>(BotInside bot) where T : class
    {
        await using var db = bot.Open();
        return await db.Set<T>().CountAsync();
    }

    private static async Task<byte[]> BytesAsync(BotInside bot)
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(bot.Folder, "vpbot.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(all);
        }

        return all.ToArray();
    }

    private static bool Holds(ReadOnlySpan<byte> files, ReadOnlySpan<byte> piece) => files.IndexOf(piece) >= 0;
}
