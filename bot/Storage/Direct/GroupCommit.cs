using System.Diagnostics;
using System.Threading.Channels;

namespace VpBot.Storage.Direct;

/// <summary>
/// What turns write at the same moment goes to disk in one transaction, because being sure of a disk costs the same for one row and
/// for many. Nobody is answered before what they wrote is there. When the engine refuses something in a group, each part is tried by
/// itself, so that one that cannot be written harms no other; when it is away, all of them hear so at once.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    public const string Diagnostics = "VpBot.Storage", Writing = "Writing", Written = "Written";
    private const int MostTogether = 64;

    private static readonly DiagnosticListener Listener = new(Diagnostics);

    private readonly Channel<Chain> _waiting = Channel.CreateUnbounded<Chain>(new() { SingleReader = true });
    private readonly IEngine _engine;
    private readonly Task _writing;

    public GroupCommit(IEngine engine)
    {
        _engine = engine;
        // It serves everybody: nothing of the request that came first may cling to it.
        using (ExecutionContext.SuppressFlow())
            _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>
    /// Executes the statements, each only when the one before it changed a row, and gives how many did once that is on disk. All of
    /// them stand, or none.
    /// </summary>
    public async Task<int> WriteAsync(params Statement[] statements)
    {
        var chain = new Chain(statements);
        Tell(Writing, statements);
        if (!_waiting.Writer.TryWrite(chain))
            throw new InvalidOperationException("The service stops: nothing is written any more.");
        var changed = await chain.Written;
        Tell(Written, statements);
        return changed;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        await _engine.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var group = new List<Chain>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < MostTogether && _waiting.Reader.TryRead(out var chain))
                group.Add(chain);
            await WriteAsync(group);
            group.Clear();
        }
    }

    private async Task WriteAsync(IReadOnlyList<Chain> group)
    {
        try
        {
            await _engine.WriteAsync(group);
            foreach (var chain in group)
                chain.Stands();
        }
        catch (Exception fault) when (group.Count > 1 && _engine.Refused(fault))
        {
            foreach (var chain in group)
                await WriteAsync([chain]);
        }
        catch (Exception fault)
        {
            foreach (var chain in group)
                chain.Failed(fault);
        }
    }

    // Whoever watches inside the process hears of each statement, and of no value.
    private static void Tell(string what, Statement[] statements)
    {
        if (Listener.IsEnabled())
            Listener.Write(what, string.Join("; ", statements.Select(statement => statement.Sql)));
    }
}
