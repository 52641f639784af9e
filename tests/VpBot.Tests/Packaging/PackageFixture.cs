using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using VpBot.Playground;

namespace VpBot.Tests.Packaging;

/// <summary>A package as the program itself writes it.</summary>
internal sealed record Written(int ExitCode, string Said, byte[] Bytes)
{
    public IReadOnlyDictionary<string, byte[]> Files { get; } = Open(Bytes);

    public JsonObject Manifest => Json("manifest.json");

    public JsonObject Json(string name) => JsonNode.Parse(Files[name])!.AsObject();

    public static async Task<Written> ByAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-package-").FullName;
        try
        {
            var file = Path.Combine(folder, "app.zip");
            var start = new ProcessStartInfo("dotnet", [Repository.BotProgram, "package", .. arguments, "--output", file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            };
            using var program = Process.Start(start)!;
            var said = await program.StandardOutput.ReadToEndAsync() + await program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync();
            return new(program.ExitCode, said, File.Exists(file) ? await File.ReadAllBytesAsync(file) : []);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, byte[]> Open(byte[] bytes)
    {
        if (bytes.Length == 0)
            return [];
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }
}

/// <summary>The packages for an employer and for the provider, written once.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    internal Written Employer { get; private set; } = null!;

    internal Written Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        (Employer, Provider) = (await Written.ByAsync("--employer", "duinrand"), await Written.ByAsync("--provider"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
