using System.Diagnostics;
using System.Security.Cryptography;
using VpBot.Playground;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Privacy;

/// <summary>The published list and the program cannot drift apart.</summary>
public sealed class EmployerVisibleTests
{
    [Fact]
    public async Task The_running_service_publishes_its_list_and_the_version_that_it_can_be_held_against()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var http = new HttpClient { BaseAddress = bot.Address };
        var list = await http.GetByteArrayAsync("/employer-visible/duinrand");
        var version = await http.GetStringAsync("/employer-visible/duinrand/version");

        Assert.Matches(@"^VpBot \d+\.\d+\.\d+", version);
        Assert.Contains($"sha256 {Convert.ToHexStringLower(SHA256.HashData(list))} ", version, StringComparison.Ordinal);
        Assert.Contains("## FrontDoor", System.Text.Encoding.UTF8.GetString(list), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync("/employer-visible/nobody/version")).StatusCode);
    }

    [Fact]
    public async Task The_list_in_git_is_what_the_program_prints()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.BotProgram, "employer-visible"]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        using var program = Process.Start(start)!;
        var printed = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        var kept = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "employer-visible.md"));

        Assert.True(kept == printed, "docs/employer-visible.md is out of date. Run: dotnet run --project bot -- employer-visible > docs/employer-visible.md");
    }
}
