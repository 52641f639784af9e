using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VpBot.Profiles;
using VpBot.Running;
using VpBot.Storage;

namespace VpBot.Tests.Running;

/// <summary>The order of a start: what a turn needs, then the doors, then the rest.</summary>
public sealed class PeopleFirstTests
{
    [Fact]
    public async Task What_only_looks_now_and_then_begins_after_the_doors_are_open()
    {
        await using var app = App(services => services.AddHostedService<Looking>());
        await app.StartAsync();
        Assert.Equal(0, Looking.Begun);
        for (var since = TimeProvider.System.GetTimestamp(); Looking.Begun == 0 && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(20);)
            await Task.Delay(20);
        Assert.Equal(1, Looking.Begun);
        await app.StopAsync();
        Assert.Equal(1, Looking.Ended);
    }

    [Fact]
    public void What_must_be_known_before_the_first_turn_is_not_put_off()
    {
        Assert.False(PeopleFirst.MayWait(typeof(OwnChoicesFollowing)));
        Assert.True(PeopleFirst.MayWait(typeof(Forgetting)));
    }

    [Fact]
    public async Task What_cannot_be_made_stops_the_start_instead_of_a_turn()
    {
        await using var app = App(services => services.AddSingleton<KeyRing>(_ => throw new InvalidOperationException("no key")));
        Assert.Equal("no key", (await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync())).Message);
    }

    [Fact]
    public async Task A_fault_of_what_was_put_off_stops_the_program_as_any_other()
    {
        await using var app = App(services => services.AddHostedService<Failing>());
        await app.StartAsync();
        await app.WaitForShutdownAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static WebApplication App(Action<IServiceCollection> with)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        with(builder.Services);
        return builder.AddPeopleFirst().Build();
    }

    private sealed class Looking : BackgroundService
    {
        public static int Begun;
        public static int Ended;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Begun++;
            try
            {
                await Task.Delay(Timeout.Infinite, stoppingToken);
            }
            finally
            {
                Ended++;
            }
        }
    }

    private sealed class Failing : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => throw new InvalidOperationException("cannot look");
    }
}
