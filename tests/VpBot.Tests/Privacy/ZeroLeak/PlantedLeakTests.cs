using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>The search that finds nothing would find something: a word is planted in each place, in every disguise.</summary>
public sealed class PlantedLeakTests(ZeroLeakPlayground house) : IClassFixture<ZeroLeakPlayground>
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string> Places => [.. Sink.All.Select(sink => sink.Name)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_word_that_is_planted_in_a_place_is_found_there_in_every_disguise(string place)
    {
        var sink = Sink.All.Single(known => known.Name == place);
        foreach (var kind in new[] { Kind.Name, Kind.UserId }.Except(sink.May))
        {
            var canary = new Canary(kind, kind == Kind.Name ? $"Zoë Wulp {Guid.NewGuid():N}" : Guid.NewGuid().ToString(), "planted");
            Assert.Empty(sink.Leaks(house, [canary]));
            var planted = CanarySearch.Disguises(canary.Value).Where(disguise => CanSay(place, disguise.Needle)).ToList();
            Assert.NotEmpty(planted);
            await PlantAsync(place, [.. planted.SelectMany(disguise => (byte[])[.. disguise.Needle, (byte)' '])]);
            var found = string.Join('\n', sink.Leaks(house, [canary]));
            Assert.All(planted, disguise => Assert.Contains($" as {disguise.Name}", found, StringComparison.Ordinal));
        }
    }

    /// <summary>Bytes that are no text can stand in a body, a file and a database; elsewhere there is text only, and an address has its own escapes.</summary>
    private static bool CanSay(string place, byte[] needle) =>
        place.EndsWith("addresses", StringComparison.Ordinal) ? needle.All(letter => char.IsAsciiLetterOrDigit((char)letter) || letter == '-')
        : IsBinary(place) || needle.All(letter => letter is > 32 and < 127);

    private static bool IsBinary(string place) => place is "telemetry" or "Bot Connector, employer: headers and bodies" or "Bot Connector, provider" or "Graph" or "temporary files"
        or "the working directory" or "the database file and its log";

    private Task PlantAsync(string place, byte[] bytes) => place switch
    {
        "Bot Connector, employer: addresses" => PostAsync($"{house.Server.ServiceUrl}v3/conversations/{house.Server.People.Noor.ConversationId}/{Text(bytes).Replace(' ', '/')}", []),
        "Bot Connector, employer: headers and bodies" => PostAsync($"{house.Server.ServiceUrl}v3/conversations/{house.Server.People.Noor.ConversationId}/activities", bytes),
        "Bot Connector, provider" => PostAsync($"{house.Server.ServiceUrl}v3/conversations/{house.Server.People.Sanne.ConversationId}/activities", bytes),
        "Graph" => PostAsync(new Uri(house.Server.Address, $"{EmulatedGraph.Path}users/{house.Server.People.Amir.ObjectId}/events").ToString(), bytes),
        "telemetry" => PostAsync(new Uri(house.Server.Address, $"{Collector.Path}/v1/metrics").ToString(), bytes),
        "the employer's archive" => house.Server.Teams.SubmitAsync(house.Server.People.Noor, "1", new System.Text.Json.Nodes.JsonObject { ["said"] = Text(bytes) }),
        "standard output and error" => Done(() => house.Server.Bot!.Output.Add(Text(bytes))),
        "request lines and response headers" => Done(() => house.Note(new("GET /room", $"Location: /{Text(bytes)}", "no-store", ""))),
        "answers to what was refused or failed" => Done(() => house.Note(new("GET /room", "", "no-store", Text(bytes)))),
        "temporary files" => File.WriteAllBytesAsync(Path.Combine(house.TemporaryFolder, $"{Guid.NewGuid():N}.tmp"), bytes),
        "the working directory" => File.WriteAllBytesAsync(Path.Combine(house.Server.Bot!.DataFolder, $"{Guid.NewGuid():N}.dump"), bytes),
        "the database file and its log" => InFreePagesAsync(bytes),
        _ => throw new InvalidOperationException($"Say how a word is planted in {place}."),
    };

    /// <summary>Written, deleted, and left in pages that belong to no table any more.</summary>
    private async Task InFreePagesAsync(byte[] bytes)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(house.Server.Bot!.DataFolder, "vpbot.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // Each disguise in a row of its own, so that no page boundary cuts one.
        command.CommandText = "PRAGMA secure_delete=OFF; CREATE TABLE Planted (Bytes BLOB);";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "INSERT INTO Planted VALUES ($bytes)";
        var value = command.Parameters.Add("$bytes", SqliteType.Blob);
        for (var from = 0; from < bytes.Length; from += 500)
        {
            value.Value = bytes[from..Math.Min(from + 1_000, bytes.Length)];
            await command.ExecuteNonQueryAsync();
        }

        command.Parameters.Clear();
        command.CommandText = "DROP TABLE Planted";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task PostAsync(string address, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Http.PostAsync(new Uri(address), content);
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.ASCII.GetString(bytes);
}
