using System.Diagnostics;
using VpBot.Playground;

namespace VpBot.Tests.Privacy;

/// <summary>The published list and the program cannot drift apart.</summary>
public sealed class EmployerVisibleTests
{
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
