namespace VpBot.Running;

/// <summary>
/// Makes every part of ours while the doors are being opened, on another core: the first visitor does not wait for it, and what cannot
/// be made stops the program instead of somebody's turn.
/// </summary>
internal sealed class Rehearsal(IServiceProvider services, IReadOnlyList<Type> parts) : IHostedLifecycleService
{
    private Task _made = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _made = Task.Run(Make, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => _made;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Make()
    {
        foreach (var part in parts)
            _ = services.GetServices(part).Count();
    }
}
