using System.Net;
using System.Runtime.InteropServices;
using Polly;
using Polly.Retry;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>How long we wait for Graph. What lasts longer goes back to the outbox, whose lease is a minute.</summary>
/// <param name="PerRequest">For one request and the whole of its answer.</param>
/// <param name="Whole">For everything: waiting for a turn, a token, and at most two requests.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GraphPatience(TimeSpan PerRequest, TimeSpan Whole)
{
    public static readonly GraphPatience Usual = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40));
}

/// <summary>Graph answered, and not with a success. Its body stays unread: it may quote what was asked.</summary>
internal sealed class GraphStatusException(HttpStatusCode status, TimeSpan after) : Exception($"Graph answered {(int)status}.")
{
    public HttpStatusCode Status => status;

    /// <summary>Retry-After, or zero.</summary>
    public TimeSpan After => after;
}

/// <summary>
/// One request, and one more when Graph asks for a wait of at most two seconds: with 429 and 503 it says that it did nothing.
/// After 504 or a timeout we do not know, and whoever asked must decide.
/// </summary>
internal sealed class GraphAttempts(GraphPatience patience) : DelegatingHandler
{
    private const int LargestAnswer = 8 << 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline<HttpResponseMessage> _attempts = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 1,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } response && AsksForAMoment(response)),
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } response ? WaitAsked(response) : null),
        })
        .AddTimeout(patience.PerRequest)
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await _attempts.ExecuteAsync(async token => await AttemptAsync(request, token), cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new GraphStatusException(response.StatusCode, WaitAsked(response) ?? TimeSpan.Zero);
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken token)
    {
        var response = await base.SendAsync(request, token);
        try
        {
            if (response.IsSuccessStatusCode)
                await response.Content.LoadIntoBufferAsync(LargestAnswer, token);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool AsksForAMoment(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && WaitAsked(response) <= LongestWait;

    private static TimeSpan? WaitAsked(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - TimeProvider.System.GetUtcNow()).Ticks)),
        _ => null,
    };
}
