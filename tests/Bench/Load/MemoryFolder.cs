namespace VpBot.Bench.Load;

/// <summary>A place for a database file that never touches a disk.</summary>
internal sealed class MemoryFolder : IAsyncDisposable
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine("/dev/shm", $"vpbot-bench-{Path.GetRandomFileName()}")).FullName;

    public string File => Path.Combine(folder, "vpbot.db");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
