using System.Diagnostics;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Faults;

/// <summary>The database is a file, and its disk is full for a while.</summary>
[Collection(Alone.Name)]
public sealed class DiskFullTests
{
    [Fact]
    public async Task A_disk_that_is_full_and_has_room_again_loses_no_promise()
    {
        await using var disk = await SmallDisk.MountAsync();
        await using var bots = await Instances.StartAsync(1, new() { ["Storage__ConnectionString"] = disk.Connection }, disk.Open);
        await bots.Playground.InstallEveryoneAsync();
        await bots.EverythingLeftAsync(TimeSpan.FromSeconds(60));
        var walk = new LoadWalk(bots.Proxy.Address, "sanne", "amir");
        var walking = walk.RunAsync(FaultTests.People);
        for (var fillings = 0; fillings == 0 || !walking.IsCompleted; fillings++)
        {
            var before = walk.Repeated;
            disk.Fill();
            await Until.TrueAsync("somebody who must press again", () => walk.Repeated > before || walking.IsCompleted, seconds: 60);
            disk.MakeRoom();
            await Task.WhenAny(walking, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        await walking;
        Assert.NotEqual(0, walk.Repeated);
        await Reckoning.NothingIsLostAsync(walk, bots, []);
    }

    /// <summary>A file system of its own, in memory, of a few megabytes.</summary>
    private sealed class SmallDisk : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("vpbot-disk-").FullName;

        public string Connection => $"Data Source={Path.Combine(folder, "vpbot.db")}";

        private string Ballast => Path.Combine(folder, "ballast");

        public static async Task<SmallDisk> MountAsync()
        {
            var disk = new SmallDisk();
            if (await MayMountAsync(disk.folder))
                return disk;
            Directory.Delete(disk.folder);
            Assert.Skip("No small disk can be mounted here; it takes root.");
            return disk;
        }

        public Database Open()
        {
            var options = new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<Database>();
            StorageSetup.Use(options, new StorageSettings { ConnectionString = Connection + ";Pooling=False" });
            return new Database(options.Options);
        }

        public void Fill()
        {
            try
            {
                using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
                for (var block = new byte[4096]; ;)
                    file.Write(block);
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void MakeRoom() => File.Delete(Ballast);

        public async ValueTask DisposeAsync()
        {
            await RunAsync("umount", "-l", folder);
            Directory.Delete(folder, recursive: true);
        }

        private static async Task<bool> MayMountAsync(string folder) =>
            OperatingSystem.IsLinux() && Environment.UserName == "root" && await RunAsync("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder) == 0;

        private static async Task<int> RunAsync(string program, params string[] arguments)
        {
            using var run = Process.Start(program, arguments);
            await run.WaitForExitAsync();
            return run.ExitCode;
        }
    }
}
