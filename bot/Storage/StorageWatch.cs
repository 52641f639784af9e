using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;

namespace VpBot.Storage;

/// <summary>Once a minute: how long the oldest step has waited that should have left, and how many days the certificate of the key ring has left.</summary>
internal sealed class StorageWatch(IDbContextFactory<Database> databases, KeyRing ring, TimeProvider clock, ILogger<StorageWatch> log) : BackgroundService
{
    private static readonly Meter Meter = new("VpBot.Storage");
    private static readonly Gauge<long> Oldest = Meter.CreateGauge<long>("vpbot.outbox.oldest-seconds");
    private static readonly Gauge<long> Days = Meter.CreateGauge<long>("vpbot.keyring.certificate-days");
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    private const int Soon = 30;

    private DateTimeOffset _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyMinute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                SayDays();
                Oldest.Record(await OldestAsync(stoppingToken));
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                StorageLog.WatchFailed(log, fault.GetType().Name);
            }
        }
        while (await everyMinute.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Seconds. A step that is tried again is put off by minutes at most; one that is meant for later is not late.</summary>
    public async Task<long> OldestAsync(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var soon = now + LongestPause;
        var oldest = await db.Set<OutboxRow>().Where(row => row.NotBefore <= soon).Select(row => (DateTimeOffset?)row.CreatedAt).MinAsync(stopping);
        return oldest is { } since ? Math.Max(0, (long)(now - since).TotalSeconds) : 0;
    }

    /// <summary>Negative once it has ended. Below thirty it is also said in the log, once a day.</summary>
    private void SayDays()
    {
        if (ring.Certificate is not { } certificate)
            return;
        var now = clock.GetUtcNow();
        var days = (int)Math.Floor((certificate.NotAfter.ToUniversalTime() - now.UtcDateTime).TotalDays);
        Days.Record(days);
        if (days >= Soon || now - _said < TimeSpan.FromDays(1))
            return;
        StorageLog.CertificateEnds(log, days);
        _said = now;
    }
}
