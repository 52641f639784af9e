using System.Diagnostics;
using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Handoffs;

/// <summary>"Would a handoff arrive right now?", asked with the program's own command, against an emulated Teams and Graph.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private PlaygroundServer playground = null!;

    public async ValueTask InitializeAsync() => playground = await PlaygroundServer.StartAsync(new() { BotStartBudget = TimeSpan.FromSeconds(30) });

    public ValueTask DisposeAsync() => playground.DisposeAsync();

    [Fact]
    public async Task Everybody_can_be_reached_and_nothing_was_sent_or_changed()
    {
        await KnownAsync();
        await playground.Bot!.StopAsync();
        var (messages, archived, bytes) = (Messages(), Archived(), Data());
        var sent = playground.Connector.Received.Count;

        var (code, lines) = await CheckAsync();

        Assert.Equal(["amir     yes", "marijke  yes", "sanne    yes"], lines);
        Assert.Equal(0, code);
        Assert.Equal((messages, archived), (Messages(), Archived()));
        Assert.Equal(bytes, Data());
        // What it asked Teams for is the chat that was there already.
        Assert.All(playground.Connector.Received.Skip(sent), request => Assert.EndsWith("/v3/conversations", request.Path, StringComparison.Ordinal));
        Assert.All(playground.Graph.Received.Skip(Math.Max(0, playground.Graph.Received.Count - 1)), request => Assert.EndsWith("getSchedule", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_not_got_the_app_is_named_by_their_key_with_what_to_mend()
    {
        await KnownAsync();
        await playground.Teams.UninstallAsync(playground.People.Marijke);
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Equal(["amir     yes", "sanne    yes"], lines.Where(line => line.EndsWith("yes", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("marijke  no ", StringComparison.Ordinal) && line.Contains("install the app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_removed_the_app_without_our_knowing_is_named()
    {
        await KnownAsync();
        playground.Connector.Faults.OnReceived = request => request.Person == playground.People.Sanne
            ? new FaultDecision { Store = false, Answer = new FaultAnswer.Status(403) } : null;
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.StartsWith("sanne    no   Teams refuses their chat", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_nobody_can_be_reached()
    {
        await KnownAsync();
        playground.Identity.Down = true;
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.All(lines, line => Assert.Contains("no   The bot gets no token", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_silent_Teams_is_said_to_be_silent()
    {
        await KnownAsync();
        playground.Connector.Faults.Now = FaultDecision.ServerError;
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.All(lines, line => Assert.Contains("Teams does not answer", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("down")]
    public async Task A_mailbox_that_cannot_be_asked_is_named(string trouble)
    {
        await KnownAsync();
        if (trouble == "refused")
            playground.Graph.Faults.BreakSchedule(playground.People.Amir);
        else
            playground.Graph.Faults.Now = FaultDecision.ServerError;
        var (code, lines) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.StartsWith("amir     no ", StringComparison.Ordinal)
            && line.Contains(trouble == "refused" ? "refuses their mailbox" : "does not answer for their mailbox", StringComparison.Ordinal));
        Assert.Contains("sanne    yes", lines);
    }

    [Fact]
    public async Task An_advisor_without_hours_is_named()
    {
        await KnownAsync();
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Repository.SettingsTemplate))!;
        var calendar = settings["Provider"]!["Advisors"]!["sanne"]!["Calendar"]!.AsObject();
        (calendar["Hours"], calendar["Exceptions"]) = (new JsonObject(), new JsonArray());
        var file = Path.Combine(playground.Bot!.DataFolder, "without-hours.json");
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        var (code, lines) = await CheckAsync(environment => environment["VPBOT_SETTINGS"] = file);
        Assert.Equal((1, "sanne    no   No hours are set: write Calendar:Hours, or let them set their hours at the desk."), (code, lines[^1]));
    }

    [Fact]
    public async Task A_database_that_was_never_started_is_not_made_by_looking()
    {
        var (code, lines) = await CheckAsync(environment => environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(playground.Bot!.DataFolder, "never.db")}");
        Assert.Equal((1, 1), (code, lines.Count));
        Assert.Contains("Start the program once", lines[0], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(playground.Bot!.DataFolder, "never.db")));
    }

    private Task KnownAsync() => Until.TrueAsync("everybody's chat", () => new DataFile(playground.Bot!.DataFolder).Rows("AdvisorConversations") == 3
        && new DataFile(playground.Bot!.DataFolder).Rows("Outbox") == 0);

    private int Messages() => playground.People.All.Sum(person => playground.Teams.Chat(person).Count);

    private int Archived() => playground.People.All.Sum(person => playground.Teams.Archive(person).Held.Count);

    private byte[] Data() => File.ReadAllBytes(Path.Combine(playground.Bot!.DataFolder, "vpbot.db"));

    private async Task<(int Code, IReadOnlyList<string> Lines)> CheckAsync(Action<Dictionary<string, string>>? change = null)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.BotProgram, "check"])
        {
            UseShellExecute = false,
            WorkingDirectory = playground.Bot!.DataFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = playground.EnvironmentFor(playground.Bot.Address, playground.Bot.DataFolder).ToDictionary();
        change?.Invoke(environment);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var check = Process.Start(start)!;
        var faults = check.StandardError.ReadToEndAsync();
        var lines = (await check.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await check.WaitForExitAsync();
        Assert.Equal("", await faults);
        return (check.ExitCode, lines);
    }
}
