using System.ComponentModel;
using System.Diagnostics;
using VpBot.Playground;

namespace VpBot.Bench;

/// <summary>The other bot: the Bot Framework SDK for Node, at exact versions, installed when it is first asked for.</summary>
internal static class Peer
{
    public static string Folder => Path.Combine(Repository.Root, "tests", "Bench", "Peer");

    /// <summary>Null when it is there; otherwise one line that says why not.</summary>
    public static async Task<string?> MissingAsync()
    {
        var (lockFile, installed) = (Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(lockFile))
            return null;
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : $"The peer was not measured: `npm ci` in tests/Bench/Peer ended with {npm.ExitCode}. {said[1].Trim().Split('\n')[^1]}";
        }
        catch (Win32Exception)
        {
            return "The peer was not measured: npm is missing. Install Node 20 or later with npm.";
        }
    }
}
