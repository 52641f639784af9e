using Microsoft.Data.Sqlite;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>What comes after a talk stands: words both ways, an answer, and a card at a moment that somebody chose.</summary>
internal sealed partial class Walk
{
    private async Task AftercareAsync()
    {
        await EnterAsync(Employee);
        await AnswerAllAsync("sanne", "Phone");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        var (employee, id) = (Visitor, await LastTalkAsync());
        await employee.AnswerAsync("nudge");
        await employee.AnswerAsync(canaries.NewWord(Kind.FreeText));
        await employee.AnswerAsync("Evening");
        await employee.AnswerAsync("yes");
        await WriteAsync(employee);

        var desk = await EnterAsync(Server.People.Sanne, open: "desk");
        await desk.AnswerAsync(id);
        await WriteAsync(desk);
        await desk.AnswerAsync("handoff.accept");
        await employee.AnswerAsync("refresh");
        await employee.AnswerAsync("aftercare");
        await employee.AnswerAsync(canaries.NewWord(Kind.FreeText));
        await employee.AnswerAsync("4");

        // The chosen moment comes: the real card goes through the real gate.
        var before = Server.Connector.Received.Count;
        await ChangeAsync($"UPDATE \"Nudges\" SET \"LookAt\" = {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()} WHERE \"Appointment\" = '{id}'");
        await Until.TrueAsync(
            "the nudge",
            () => Server.Connector.Received.Skip(before).Any(request => request.Person == Employee && request.Text.Contains("De spreekkamer is er voor je", StringComparison.Ordinal)),
            seconds: 60);
        await employee.AnswerAsync("messages");
        await employee.AnswerAsync("back");
    }

    /// <summary>One message, with a word in it that may be nowhere.</summary>
    private async Task WriteAsync(RoomVisitor visitor)
    {
        await visitor.AnswerAsync("messages");
        await visitor.AnswerAsync("write");
        await visitor.AnswerAsync($"{canaries.NewWord(Kind.FreeText)} {canaries.NewPhone()}");
        await visitor.AnswerAsync("yes");
        await visitor.AnswerAsync("back");
    }

    private async Task<string> LastTalkAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM \"Appointments\" ORDER BY \"CreatedAt\" DESC LIMIT 1";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task ChangeAsync(string statement)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every word of it is ours.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Server.Bot!.DataFolder, "vpbot.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
