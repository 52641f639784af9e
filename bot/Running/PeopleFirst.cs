using System.Reflection;

namespace VpBot.Running;

/// <summary>The order of a start: what a turn needs, then the doors, then the rest.</summary>
public static class PeopleFirst
{
    /// <summary>
    /// What looks now and then after something that is due begins a second after the doors opened: whoever came first is served before
    /// it. What must be known before the first turn overrides its start, and is not put off.
    /// </summary>
    public static WebApplicationBuilder AddPeopleFirst(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        Type[] parts = [.. services.Where(part => part is { IsKeyedService: false, Lifetime: ServiceLifetime.Singleton } && part.ServiceType.Assembly == typeof(PeopleFirst).Assembly)
            .Select(part => part.ServiceType).Distinct()];
        for (var which = 0; which < services.Count; which++)
        {
            if (services[which] is { IsKeyedService: false } work && work.ServiceType == typeof(IHostedService))
                services[which] = ServiceDescriptor.Singleton(provider => InTurn(Made(work, provider), provider));
        }

        services.AddSingleton<IHostedService>(provider => new Rehearsal(provider, parts));
        return builder;
    }

    /// <summary>Begins something slow that a first turn would wait for. Who needs it asks again, and hears of a fault.</summary>
    public static WebApplication Beside(this WebApplication app, Func<IServiceProvider, Task> ahead)
    {
        _ = Task.Run(() => ahead(app.Services));
        return app;
    }

    internal static bool MayWait(Type work) =>
        work.GetMethod(nameof(BackgroundService.StartAsync), BindingFlags.Public | BindingFlags.Instance)!.DeclaringType == typeof(BackgroundService);

    private static IHostedService InTurn(IHostedService work, IServiceProvider provider) =>
        work is BackgroundService now && MayWait(work.GetType()) ? new Waiting(now, provider.GetRequiredService<IHostApplicationLifetime>()) : work;

    private static IHostedService Made(ServiceDescriptor work, IServiceProvider provider) => (IHostedService)(
        work.ImplementationInstance ?? work.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, work.ImplementationType!));

    /// <summary>A fault of the work is a fault of this one, so that the host hears of it as before.</summary>
    internal sealed class Waiting(BackgroundService work, IHostApplicationLifetime lifetime) : BackgroundService
    {
        public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await work.StopAsync(cancellationToken);
            await base.StopAsync(cancellationToken);
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var opened = lifetime.ApplicationStarted.Register(open.SetResult);
            await open.Task.WaitAsync(stoppingToken);
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            await work.StartAsync(stoppingToken);
            await (work.ExecuteTask ?? Task.CompletedTask);
        }
    }
}
