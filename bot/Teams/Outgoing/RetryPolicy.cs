using System.Net;
using Polly;
using Polly.Retry;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// A short retry inside one attempt: 412, 429, 502 and 504, with jitter, honouring Retry-After up to five seconds.
/// What lasts longer goes back to the outbox. The whole stays under the outbox's lease of a minute.
/// </summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan PerAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ATimerIsEarly = TimeSpan.FromMilliseconds(20);

    public static ResiliencePipeline<HttpResponseMessage?> Build() => new ResiliencePipelineBuilder<HttpResponseMessage?>()
        .AddTimeout(TimeSpan.FromSeconds(40))
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage?>
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(300),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } response && IsPassing(response)),
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } response ? WaitAsked(response) + ATimerIsEarly : null),
        })
        .AddTimeout(PerAttempt)
        .Build();

    public static TimeSpan? WaitAsked(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - TimeProvider.System.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            _ => null,
        };

    private static bool IsPassing(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed
            or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout
        && (WaitAsked(response) ?? TimeSpan.Zero) <= LongestWait;
}
