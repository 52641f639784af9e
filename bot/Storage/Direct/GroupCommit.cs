using System.Collections.Concurrent;
using System.Diagnostics;

namespace VpBot.Storage.Direct;

/// <summary>
/// What turns write at about the same moment goes to disk together, in one transaction, because being sure of a disk costs the same
/// for one row and for many. Nobody is answered before what they wrote is there. When the engine refuses something in a group, each
/// part is tried by itself, so that one that cannot be written harms no other; when it is away, all of them hear so at once.
/// </summary>
internal sealed class GroupCommit(IEngine engine) : IAsyncDisposable
{
    public const string Diagnostics = "VpBot.Storage", Writing = "Writing", Written = "Written";
    private const int MostTogether = 64;

    private static readonly DiagnosticListener Listener = new(Diagnostics);

    private readonly ConcurrentQueue<Chain> _waiting = new();
    private int _writing;
    private volatile bool _closed;

    /// <summary>
    /// Executes the statements, each only when the one before it changed a row, and gives how many did once that is on disk. All of
    /// them stand, or none.
    /// </summary>
    public Task<int> WriteAsync(params Statement[] statements) => WriteAsync(new Chain(statements));

    /// <summary>
    /// The same for what nobody was promised and what is soon gone: a ticket of two minutes, the removal of a step that has left. It
    /// does not wait for the disk. When the machine loses its power in that moment, somebody presses again, or a step is carried again.
    /// </summary>
    public Task<int> WriteFleetingAsync(params Statement[] statements) => WriteAsync(new Chain(statements) { IsLasting = false });

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        while (!_waiting.IsEmpty || !MayWrite())
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        await engine.DisposeAsync();
    }

    private async Task<int> WriteAsync(Chain chain)
    {
        if (_closed)
            throw new InvalidOperationException("The service stops: nothing is written any more.");
        Tell(Writing, chain);
        _waiting.Enqueue(chain);
        if (MayWrite())
            Begin();

        var changed = await chain.Written;
        Tell(Written, chain);
        return changed;
    }

    /// <summary>One writes at a time, and nobody waits for that: who cannot write now is written with the next group.</summary>
    private bool MayWrite() => Interlocked.CompareExchange(ref _writing, 1, 0) == 0;

    /// <summary>
    /// The group is written by nobody's request, and under nobody's trace. It begins behind what the pool has to do already: of turns
    /// that came together, those that are nearly there are written with it.
    /// </summary>
    private void Begin() => ThreadPool.UnsafeQueueUserWorkItem(static commits => _ = commits.WriteWaitingAsync(), this, preferLocal: false);

    private async Task WriteWaitingAsync()
    {
        List<Chain> group;
        do
        {
            group = [];
            while (group.Count < MostTogether && _waiting.TryDequeue(out var chain))
                group.Add(chain);
            if (group.Count > 0)
                await WriteAsync(group);
        }
        while (group.Count == MostTogether);

        // A full fence: whoever waits now either sees that nobody writes, or is seen here.
        Interlocked.Exchange(ref _writing, 0);
        if (!_waiting.IsEmpty && MayWrite())
            Begin();
    }

    private async Task WriteAsync(IReadOnlyList<Chain> group)
    {
        try
        {
            await engine.WriteAsync(group);
            foreach (var chain in group)
                chain.Stands();
        }
        catch (Exception fault) when (group.Count > 1 && engine.Refused(fault))
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
    private static void Tell(string what, Chain chain)
    {
        if (Listener.IsEnabled())
            Listener.Write(what, string.Join("; ", chain.Statements.Select(statement => statement.Sql)));
    }
}
