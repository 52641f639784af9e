using System.Text.Json;
using IoPath = System.IO.Path;

namespace VpBot.Tests.Languages;

/// <summary>A folder with a provider's own texts, as an operator fills it.</summary>
internal sealed class OwnTextFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vpbot-own-").FullName;

    /// <summary>One phrase for the people of Duinrand, reviewed on 20 November 2026.</summary>
    public void Say(string file, string key, string text) =>
        Write($"duinrand/{file}", JsonSerializer.Serialize(new { reviewed = "2026-11-20", phrases = new Dictionary<string, string> { [key] = text } }));

    public void Write(string name, string text)
    {
        var file = IoPath.Combine(Path, name);
        Directory.CreateDirectory(IoPath.GetDirectoryName(file)!);
        // Moved into its place, so that nobody reads half of it.
        var beside = IoPath.Combine(IoPath.GetTempPath(), $"vpbot-{Guid.NewGuid():N}");
        File.WriteAllText(beside, text);
        File.Move(beside, file, overwrite: true);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
