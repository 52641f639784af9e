using System.Diagnostics;
using System.Globalization;

namespace VpBot.Playground;

/// <summary>
/// Ends the bot when the Playground is ended so hard that it can do nothing itself: a small shell waits on a pipe that
/// the operating system closes with the Playground. Elsewhere than on Unix, ending hard leaves the bot running.
/// </summary>
internal sealed class Lifeline : IDisposable
{
    private readonly Process? guard;

    public Lifeline(Process bot)
    {
        if (OperatingSystem.IsWindows()) return;
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true };
        foreach (var argument in new[] { "-c", "trap '' INT TERM; read -r line; kill -9 \"$0\"", bot.Id.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        guard = Process.Start(start);
    }

    /// <summary>The bot has ended: its number may soon be another program's.</summary>
    public void Dispose()
    {
        if (guard is null) return;
        guard.Kill();
        guard.WaitForExit();
        guard.Dispose();
    }
}
