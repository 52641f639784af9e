using VpBot.Playground;

namespace VpBot.Tests.Support;

/// <summary>One Playground, with the production bot under it, for the tests that share it.</summary>
public class PlaygroundFixture : IAsyncLifetime
{
    private PlaygroundServer? _server;

    public PlaygroundServer Server => _server ?? throw new InvalidOperationException("The Playground has not started.");

    public DataFile Data => new(Server.Bot!.DataFolder);

    protected virtual PlaygroundOptions Options => new() { BotStartBudget = TimeSpan.FromSeconds(30) };

    public async ValueTask InitializeAsync()
    {
        _server = await PlaygroundServer.StartAsync(Options);
        foreach (var person in Server.People.All.Where(person => !person.Tenant.IsProvider))
            await Server.Teams.MessageAsync(person, "the welcome", _ => true);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>Waits until nothing is on its way out any more.</summary>
    public Task RestAsync() => Until.TrueAsync("an empty outbox", () => Data.Rows("Outbox") == 0);
}

public static class Until
{
    /// <summary>Looks again and again; there is no moment that tells.</summary>
    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public static async Task TrueAsync(string what, Func<bool> isTrue, int seconds = 15)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !isTrue(); await Task.Delay(10))
        {
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"Waited {seconds} s in vain for {what}.");
        }
    }
}
