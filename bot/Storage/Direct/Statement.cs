namespace VpBot.Storage.Direct;

/// <summary>A statement in words that both engines read: <c>$1</c>, <c>$2</c> and so on stand for its values.</summary>
/// <param name="Sql">Written once in the program and never put together: what was prepared for it is found again by it.</param>
public sealed record Statement(string Sql, params object[] Values);

/// <summary>
/// Statements that belong together: each is executed only when the one before it changed a row. All of them stand, or none.
/// </summary>
internal sealed class Chain(params Statement[] statements)
{
    private readonly TaskCompletionSource<int> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>False for what may be lost when the machine loses its power a moment later. A process that dies loses nothing of it.</summary>
    public bool IsLasting { get; init; } = true;

    /// <summary>How many of its statements changed a row. The engine counts while it works, and from zero when it begins again.</summary>
    public int Changed { get; set; }

    /// <summary>The next statement to execute, or null when the chain has ended after <paramref name="executed"/> of them.</summary>
    public Statement? After(int executed) => Changed == executed && executed < statements.Length ? statements[executed] : null;

    /// <summary>Ends when all of it is on disk; gives how many of its statements changed a row.</summary>
    public Task<int> Written => _written.Task;

    public void Stands() => _written.TrySetResult(Changed);

    public void Failed(Exception fault) => _written.TrySetException(fault);
}
