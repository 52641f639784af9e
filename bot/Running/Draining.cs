namespace VpBot.Running;

/// <summary>
/// Between being asked to stop and stopping: readiness is red, and turns are still answered, so that nobody is led to a closed door.
/// Then no new turn begins, those under way are finished, and what the outbox has in hand leaves or keeps its row.
/// </summary>
internal sealed class Draining(RunningSettings settings, TimeProvider clock) : IHostedLifecycleService
{
    public static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(30);

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        settings.DrainFor > TimeSpan.Zero ? Task.Delay(settings.DrainFor, clock, cancellationToken) : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
