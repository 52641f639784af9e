using VpBot.Language;
using VpBot.Playground;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>A transcript as it was agreed to, kept beside its test. <c>VPBOT_ACCEPT=1</c> writes what is said now; the change is then reviewed in git.</summary>
internal static class Kept
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "VpBot.Tests", "Appointments", "Transcripts");

    public static async Task CompareAsync(string name, Tongue tongue, string said)
    {
        var file = Path.Combine(Folder, $"{name}.{tongue.Code}.txt");
        var now = said.TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("VPBOT_ACCEPT") == "1")
            await File.WriteAllTextAsync(file, now);
        var kept = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(kept == now, $"{name}.{tongue.Code}.txt differs. Run with VPBOT_ACCEPT=1 when this is what should be said.\n{Difference(kept, now)}");
    }

    /// <summary>The lines from the first to the last that differ, kept ones with a minus and new ones with a plus.</summary>
    public static string Difference(string kept, string now)
    {
        var (old, fresh) = (kept.Split('\n'), now.Split('\n'));
        var same = old.Zip(fresh).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = old.Skip(same).Reverse().Zip(fresh.Skip(same).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n', [
            .. old.Take(same).TakeLast(2).Select(line => $"  {line}"),
            .. old[same..^end].Select(line => $"- {line}"),
            .. fresh[same..^end].Select(line => $"+ {line}"),
        ]);
    }
}
