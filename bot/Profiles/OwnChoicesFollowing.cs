using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Storage;
using VpBot.Storage.Direct;

namespace VpBot.Profiles;

/// <summary>Looks before the first turn, and every two seconds after it: another instance may have saved a change.</summary>
internal sealed class OwnChoicesFollowing(
    IDbContextFactory<Database> databases, IEngine engine, OwnChoicesInForce inForce, TimeProvider clock, ILogger<OwnChoicesFollowing> log) : BackgroundService, IOwnChoicesNow
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BringAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BringAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // What was known goes on holding.
                ProfilesLog.LookingFailed(log, fault.GetType().Name);
            }
        }
    }

    public Task BringAsync(CancellationToken stopping) => inForce.LookAsync(engine, databases, stopping);
}
