using System.Threading.Channels;

namespace VpBot.Storage;

/// <summary>Wakes one worker. Ringing twice before it heard is ringing once.</summary>
internal sealed class Bell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits until somebody rings, at most <paramref name="patience"/>: another instance may have left work. True when somebody rang.</summary>
    public async Task<bool> HeardAsync(TimeSpan patience, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(patience);
        try
        {
            return await _rung.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nobody rang. It is time to look again.
            return false;
        }
    }
}
