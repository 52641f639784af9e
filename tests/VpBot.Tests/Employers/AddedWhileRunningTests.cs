using System.Diagnostics;
using System.Net;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Employers;

/// <summary>The production program, with a folder that an operator changes while it runs.</summary>
public sealed class AddedWhileRunningTests
{
    [Fact]
    public async Task A_new_employers_chat_and_room_answer_within_seconds_and_a_broken_file_leaves_the_others_served()
    {
        using var folder = new EmployerFolder();
        var (windhoek, settings) = EmployerFolder.Apart("windhoek");
        var settingsFile = Path.Combine(folder.Path, "settings.txt");
        await File.WriteAllTextAsync(settingsFile, settings);
        await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions
        {
            BotStartBudget = TimeSpan.FromSeconds(30),
            InstallEveryone = false,
            ExtraEnvironment = new Dictionary<string, string> { ["VPBOT_SETTINGS"] = settingsFile, ["EmployerFolder__Path"] = folder.Path, ["EmployerFolder__LookEvery"] = "00:00:01" },
        });
        using var visitor = new RoomVisitor(server.Bot!.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.BeginAsync("windhoek")).Status);
        Assert.False((await server.Teams.InstallAsync(server.People.Wietske)).Accepted);

        folder.Write("windhoek", windhoek);
        await ServedAsync(visitor, "windhoek");
        await server.Teams.InstallAsync(server.People.Wietske);
        await server.Teams.MessageAsync(server.People.Wietske, "the welcome", _ => true);

        folder.Write("kapot", "{ \"Nmae\": \"Kapot\" }");
        await Until.TrueAsync("a line that says so", () => server.Bot.Output.Text.Contains("everything stays as it was", StringComparison.Ordinal));
        Assert.DoesNotContain("Nmae", server.Bot.Output.Text, StringComparison.Ordinal);
        await ServedAsync(visitor, "windhoek");
        await ServedAsync(visitor, "haven");
        await ServedAsync(visitor, "duinrand");

        var (said, ended) = await CommandAsync(server);
        Assert.Equal(1, ended);
        Assert.Contains("kapot.json, line 1: Nmae is no setting. Choose from", said, StringComparison.Ordinal);
        folder.Delete("kapot");
        (said, ended) = await CommandAsync(server);
        Assert.Equal(0, ended);
        Assert.Contains("windhoek: 1 external, 0 internal, without InternalAdvisors, SoundingBoard, CardDialogs", said, StringComparison.Ordinal);
    }

    private static async Task ServedAsync(RoomVisitor visitor, string employer)
    {
        for (var start = TimeProvider.System.GetTimestamp(); (await visitor.BeginAsync(employer)).Status != HttpStatusCode.OK; await Task.Delay(50))
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"{employer} is not served.");
    }

    /// <summary>What an operator reads who asks what is wrong.</summary>
    private static async Task<(string Said, int Ended)> CommandAsync(PlaygroundServer server)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.BotProgram, "employers"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = server.Bot!.DataFolder };
        foreach (var (name, value) in server.EnvironmentFor(server.Bot.Address, server.Bot.DataFolder))
            start.Environment[name] = value;
        using var command = Process.Start(start)!;
        var (output, error) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (await output + await error, command.ExitCode);
    }
}
