using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>A backup is older than what was forgotten since. Putting it back may not bring that back.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task What_reached_its_end_after_the_backup_goes_again_as_soon_as_the_restored_service_starts()
    {
        await using var data = new TestDatabase(Engine.Sqlite);
        var clock = new ManualClock();
        var backup = Path.Combine(data.Folder, "backup.db");
        string code;
        await using (var before = await BotInside.StartAsync(database: data, clock: clock, listen: true))
        {
            using var visitor = new RoomVisitor(before.Address);
            await visitor.BeginAsync();
            await visitor.GoToAsync("NoteCode");
            code = visitor.Page.Code!;
            await using var db = before.Open();
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {backup}");
            clock.Pass(TimeSpan.FromDays(70));
            await before.ForgetAsync();
            Assert.False(await db.Set<AppointmentRow>().AnyAsync());
        }

        PutBack(data, backup);
        await using (var restored = data.Open())
            Assert.True(await restored.Set<AppointmentRow>().AnyAsync(), "The backup should hold the talk, or this test shows nothing.");
        await using var after = await BotInside.StartAsync(database: data, clock: clock, listen: true);
        using var back = new RoomVisitor(after.Address);
        await back.BeginAsync();
        await back.AnswerAsync("appointment");
        await back.AnswerAsync(code);

        Assert.Contains("Met deze code vinden we nu geen afspraak", back.Page.Text, StringComparison.Ordinal);
        await BotInside.UntilAsync("the first round of forgetting", async () =>
        {
            await using var db = after.Open();
            return !await db.Set<AppointmentRow>().AnyAsync() && !await db.Set<SessionRow>().AnyAsync(row => row.ForgetAt < clock.GetUtcNow()) && !await db.Set<OutboxRow>().AnyAsync();
        });
    }

    /// <summary>As an operator does: the service stands still, and the file takes the place of the other, with its log.</summary>
    private static void PutBack(TestDatabase data, string backup)
    {
        using (var pooled = new SqliteConnection(data.Connection))
            SqliteConnection.ClearPool(pooled);
        var file = new SqliteConnectionStringBuilder(data.Connection).DataSource;
        foreach (var beside in new[] { "-wal", "-shm" })
            File.Delete(file + beside);
        File.Copy(backup, file, overwrite: true);
    }
}
