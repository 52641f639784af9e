using Microsoft.Data.Sqlite;
using VpBot.Appointments;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>The paths on which an advisor answers at the desk, or does not answer at all.</summary>
internal sealed partial class Walk
{
    /// <summary>From the desk of an advisor with a Graph calendar, agreed to by the employee.</summary>
    private async Task ProposalAsync()
    {
        await EnterAsync(Employee);
        await AnswerAllAsync("amir", "Phone");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        var employee = Visitor;
        var desk = await EnterAsync(Server.People.Amir, open: "desk");
        await desk.AnswerAsync(desk.Page.Values[0]);
        await desk.AnswerAsync("handoff.propose");
        PlantTime(desk.Page.Values[^1]);
        await desk.AnswerAsync(desk.Page.Values[^1]);
        await desk.AnswerAsync("yes");
        await employee.AnswerAsync("refresh");
        await employee.AnswerAsync("agree");
        await employee.AnswerAsync("yes");
    }

    /// <summary>What the advisor says about themselves is nobody's business either.</summary>
    private async Task ConflictAsync()
    {
        await EnterAsync(Employee);
        await AnswerAllAsync("sanne", "InPerson");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        var employee = Visitor;
        var desk = await EnterAsync(Server.People.Sanne, open: "desk");
        await desk.AnswerAsync(desk.Page.Values[0]);
        await desk.AnswerAsync("handoff.passOn");
        await desk.AnswerAsync(canaries.NewWord(Kind.FreeText));
        await desk.AnswerAsync("Conflict");
        await employee.AnswerAsync("refresh");
    }

    private async Task SilenceAsync()
    {
        await EnterAsync(Employee);
        await AnswerAllAsync("sanne", "Phone");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Server.Bot!.DataFolder, "vpbot.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE \"Appointments\" SET \"AnswerBy\" = 0 WHERE \"AnswerBy\" IS NOT NULL AND \"State\" = 2";
            await command.ExecuteNonQueryAsync();
        }

        await Visitor.LookUntilAsync(tongue.Words<AppointmentsPhrases>().State(AppointmentState.Unanswered), seconds: 60);
    }
}
