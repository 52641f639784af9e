namespace VpBot.Bench.Load;

/// <summary>
/// Where the tables find their street: each has one of its own. In the short form of all tables they share one, with its bots,
/// because a bot that is compiled in full takes longer to start than a short table takes.
/// </summary>
internal sealed class Streets(bool shared) : IAsyncDisposable
{
    private const int Employers = 60, Advisors = 24;
    private Street? common;

    public bool AreShared => shared;

    /// <param name="employers">And how many advisors: at least, where the street is shared.</param>
    public async Task<Street> OpenAsync(int employers, int advisors)
    {
        if (!shared)
            return await Street.OpenAsync(employers, advisors);
        if (common is null)
        {
            common = await Street.OpenAsync(Employers, Advisors, shared: true);
            await common.StandByAsync([Keeping.Disk, Keeping.Disk, Keeping.Memory, .. ServerDatabase.IsNamed ? [Keeping.Server] : Array.Empty<Keeping>()]);
        }

        return common;
    }

    public ValueTask DisposeAsync() => common?.CloseAsync() ?? ValueTask.CompletedTask;
}
