using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>
/// Keeps one subscription for each advisor with a calendar in Graph, while Graph can reach us. Without one, changes are noticed
/// a few minutes later: nothing here is ever a reason to stop.
/// </summary>
internal sealed class SubscriptionKeeper(
    SubscriptionBook book, SubscriptionTending tending, EmployerDirectory directory, GraphSettings settings, IHostApplicationLifetime lifetime, ILogger<SubscriptionKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    private readonly Bell _bell = new();

    private IEnumerable<ExternalAdvisor> Advisors => settings.NotificationAddress.Length == 0
        ? []
        : directory.Advisors.OfType<ExternalAdvisor>().Where(advisor => advisor.Mailbox is not null && directory.IsProvider(advisor.TenantId));

    public void Ring() => _bell.Ring();

    /// <summary>Makes, renews and clears up what is due; true when something was.</summary>
    public async Task<bool> TendAsync(CancellationToken stopping)
    {
        var (rows, wanted, didSomething) = (await book.AllAsync(stopping), Advisors.ToDictionary(advisor => advisor.Id), false);
        foreach (var advisor in wanted.Keys.Except(rows.Select(row => row.Advisor)))
        {
            await book.AddAsync(advisor, stopping);
            didSomething = true;
        }

        foreach (var row in rows)
        {
            if (await book.LeaseAsync(row, stopping) is not { } leased)
                continue;
            didSomething = true;
            if (wanted.TryGetValue(row.Advisor, out var advisor))
                await tending.TendAsync(leased, advisor, stopping);
            else
                await tending.ClearUpAsync(leased, stopping);
        }

        return didSomething;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Graph calls us before it answers, so we listen first.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await TendAsync(stoppingToken))
                    await _bell.HeardAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                WatchingLog.TendingPaused(log, fault.GetType().Name);
                await Task.Delay(Idle, stoppingToken);
            }
        }
    }
}
