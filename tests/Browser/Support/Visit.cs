namespace VpBot.Browser.Support;

/// <summary>The tests of one class share a Playground; what one test opened in the browser is closed after it.</summary>
public abstract class Visit(House house) : IClassFixture<House>, IAsyncDisposable
{
    protected House House => house;

    public async ValueTask DisposeAsync()
    {
        await house.EverybodyLeavesAsync();
        GC.SuppressFinalize(this);
    }
}
