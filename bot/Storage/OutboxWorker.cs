using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using VpBot.Storage.Direct;

namespace VpBot.Storage;

/// <summary>
/// Carries out what the outbox holds, each step as soon as its kind has a free place. A step is leased for a minute before it is
/// carried: after a crash it is tried again by any instance, so a step can happen twice in the window between the other side's
/// answer and our commit, and never less than once.
/// </summary>
internal sealed class OutboxWorker(
    IDbContextFactory<Database> databases, IEngine engine, Outbox outbox, OutboxCarrying carrying, IEnumerable<ICarrier> carriers, TimeProvider clock,
    ILogger<OutboxWorker> log)
    : BackgroundService, ICarriesAtOnce
{
    private static readonly Gauge<long> Unknown = new Meter("VpBot.Storage").CreateGauge<long>("vpbot.outbox.unknown");

    // Long enough for most answers of the other side: what is given up half-way may happen twice.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, ICarrier> _carriers = carriers.ToDictionary(carrier => carrier.Kind);
    private readonly OutboxPlaces _places = new(carriers.ToDictionary(carrier => carrier.Kind, _ => OutboxPlaces.PerKind));
    // A claim counts on the places that it saw free, so what is carried at once has as many of its own.
    private readonly OutboxPlaces _atOnce = new(carriers.ToDictionary(carrier => carrier.Kind, carrier => carrier.PlacesAtOnce));
    private readonly ConcurrentDictionary<Task, bool> _underWay = [];
    private readonly CancellationTokenSource _lettingGo = new();
    private long _unknown;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.CarryAtOnceWith(this);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _lettingGo.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rang = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartDueAsync(rang, stoppingToken);
                // A claim takes all that is due, or fills the places of a kind: then whoever leaves a place rings.
                rang = await outbox.HeardAsync(TimeSpan.FromMilliseconds(500), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                StorageLog.OutboxPaused(log, fault.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // The host stops; what is under way is finished or let go below.
            }
        }

        outbox.CarryAtOnceWith(null);
        _lettingGo.CancelAfter(TimeToFinish);
        await Task.WhenAll(_underWay.Keys);
    }

    bool ICarriesAtOnce.TryTake(string kind) => _atOnce.TryTake(kind);

    void ICarriesAtOnce.GiveBack(string kind) => _atOnce.GiveBack(kind);

    void ICarriesAtOnce.Start(OutboxRow step) => Start(step, () => _atOnce.GiveBack(step.Kind));

    /// <param name="rang">Somebody says that there is something. Otherwise a look without a lock comes first.</param>
    private async Task StartDueAsync(bool rang, CancellationToken stopping)
    {
        var (now, free) = (clock.GetUtcNow(), _places.Free());
        if (free.Count == 0)
            return;
        if (!rang)
        {
            var due = await OutboxClaim.DueAsync(engine, now, stopping);
            Count(due.Where(kind => !_carriers.ContainsKey(kind.Kind)).Sum(kind => kind.Steps));
            if (!due.Any(kind => free.ContainsKey(kind.Kind)))
                return;
        }

        await using var db = await databases.CreateDbContextAsync(stopping);
        // What is being leased is also started: a claim that is broken off would leave leases that nobody knows of.
        var leased = await OutboxClaim.ClaimAsync(db, free, now, now + OutboxCarrying.Lease, CancellationToken.None);
        foreach (var row in leased)
        {
            _places.Take(row.Kind);
            Start(row, () => GiveBack(row.Kind));
        }
    }

    private void GiveBack(string kind)
    {
        if (_places.GiveBack(kind))
            outbox.Ring();
    }

    private void Start(OutboxRow row, Action giveBack)
    {
        Task carried;
        // Started from within a request, it must not go on under that request's trace and logging scopes: those would name the two together.
        using (ExecutionContext.SuppressFlow())
            carried = Task.Run(() => carrying.CarryAsync(row, _carriers[row.Kind], _lettingGo.Token), CancellationToken.None);
        _underWay[carried] = true;
        _ = carried.ContinueWith(
            ended =>
            {
                _underWay.TryRemove(ended, out _);
                giveBack();
            },
            TaskScheduler.Default);
    }

    /// <summary>A step of a later version waits for an instance that knows it, as in a rolling release.</summary>
    private void Count(long unknown)
    {
        Unknown.Record(unknown);
        if (unknown != _unknown)
            StorageLog.UnknownSteps(log, unknown);
        _unknown = unknown;
    }
}
