using System.Diagnostics;
using System.Security.Cryptography;
using VpBot.Playground;

namespace VpBot.Tests.Shape;

/// <summary>Anyone can build the released source and hold the bytes against what runs.</summary>
public sealed class ReproducibleTests
{
    private static readonly string[] Needed =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig", "appsettings.template.json"];

    [Fact]
    public async Task Two_builds_of_the_same_source_in_different_folders_are_the_same_bytes()
    {
        var one = await BuildAsync("one");
        Assert.Equal(one, await BuildAsync("another-folder"));
    }

    private static async Task<string> BuildAsync(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"vpbot-{name}-").FullName;
        try
        {
            foreach (var file in Needed)
                File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder, file));
            Copy(Path.Combine(Repository.Root, "manifest"), Path.Combine(folder, "manifest"));
            Copy(Path.Combine(Repository.Root, "bot"), Path.Combine(folder, "bot"));
            var start = new ProcessStartInfo("dotnet", ["build", "bot", "-c", "Release", "-nologo", "-v", "q", "-p:NuGetAudit=false", "-p:RunAnalyzers=false"])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            using var build = Process.Start(start)!;
            var said = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            Assert.True(build.ExitCode == 0, said);
            return Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "bot", "bin", "Release", "net10.0", "VpBot.dll"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
