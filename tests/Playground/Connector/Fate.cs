namespace VpBot.Playground;

/// <summary>What the service did and would say.</summary>
internal sealed record Outcome(int Status, Func<Task> Write);

/// <summary>Lets one request of the bot fare as a decision says, whichever service it is for.</summary>
internal sealed class Fate(Changes changes, TimeProvider time)
{
    /// <param name="act">Does what the request asks.</param>
    /// <param name="told">Writes another status than the usual one, in the service's own words.</param>
    public async Task RunAsync(
        HttpContext context, ReceivedRequest request, FaultDecision decision,
        Func<Task<Outcome>> act, Func<FaultAnswer.Status, Task> told)
    {
        if (decision.BeforeStoring is { } before) await before();
        // The caller may have gone by then: what was sent is done all the same.
        await Task.Delay(decision.DelayBeforeStoring, time);
        var usual = decision.Store ? await act() : new(200, () => Task.CompletedTask);
        request.Stored = decision.Store && usual.Status < 300;
        changes.Announce();
        if (decision.AfterStoring is { } after) await after();
        if (!await PassedAsync(decision.Answer is FaultAnswer.Never ? Timeout.InfiniteTimeSpan : decision.Delay, context.RequestAborted)) return;
        if (decision.Answer is FaultAnswer.Abort)
            context.Abort();
        else if (decision.Answer is FaultAnswer.Status status)
            await told(status);
        else if (decision.Answer is FaultAnswer.Nonsense nonsense)
            await WriteAsync(context, request, nonsense);
        else
            await usual.Write();
    }

    private async Task<bool> PassedAsync(TimeSpan delay, CancellationToken goneAway)
    {
        try
        {
            await Task.Delay(delay, time, goneAway);
            return true;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    private static Task WriteAsync(HttpContext context, ReceivedRequest request, FaultAnswer.Nonsense nonsense)
    {
        request.Status = context.Response.StatusCode = 200;
        context.Response.ContentType = nonsense.ContentType;
        return context.Response.WriteAsync(nonsense.Text);
    }
}
