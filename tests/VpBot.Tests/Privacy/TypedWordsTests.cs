using Microsoft.Data.Sqlite;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 2.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class TypedWordsTests(TalkativePlayground fixture)
{
    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task What_an_employee_types_in_the_chat_is_never_used_stored_logged_or_echoed_and_the_answer_is_always_the_same_card()
    {
        var canary = $"Zeearend{Guid.NewGuid():N}";
        string[] typed =
        [
            canary, $"Mijn leidinggevende {canary} bedreigt mij.", $"<at>VpBot</at> {canary}", $"/help {canary}", $"desk {canary}",
            $"\",\"text\":\"{canary}\"}}", $"${{{canary}}}", $"[{canary}](https://{canary}.example)", $"{canary} " + new string('a', 4000),
        ];
        await fixture.RestAsync();
        var before = Server.Connector.Received.Count;
        foreach (var text in typed)
            Assert.Equal((200, ""), Answer(await Server.Teams.TypeAsync(Server.People.Noor, text)));
        await fixture.RestAsync();

        var answers = Server.Connector.Received.Skip(before).ToList();
        Assert.Equal(typed.Length, answers.Count);
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Contains("Typ hier niets persoonlijks", Server.Teams.Chat(Server.People.Noor)[^1].StoredCard!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.All(answers, answer => Assert.Empty(CanarySearch.Find(answer.Body, canary)));
        Assert.Empty(CanarySearch.Find(Server.Bot!.Output.Text, canary));
        Assert.All(fixture.Data.Files(), file => Assert.Empty(CanarySearch.Find(file.Bytes, canary)));
    }

    [Fact]
    public void A_typed_line_that_was_stored_would_be_found_in_the_database_and_in_its_log()
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-planted-").FullName;
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "vpbot.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE Lines (Words TEXT); INSERT INTO Lines VALUES ('Zeearend in de wal');";
            command.ExecuteNonQuery();
            Assert.Contains(new DataFile(folder).Files(), file => file.Name == "vpbot.db-wal" && CanarySearch.Find(file.Bytes, "Zeearend").Count > 0);
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
            Assert.Contains(new DataFile(folder).Files(), file => file.Name == "vpbot.db" && CanarySearch.Find(file.Bytes, "Zeearend").Count > 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Status, string Raw) Answer(BotAnswer answer) => (answer.Status, answer.Raw);
}
