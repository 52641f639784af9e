using System.Net;
using System.Threading.RateLimiting;
using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Subscriptions;
using Microsoft.Graph.Users.Item;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Polly.Timeout;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>
/// The line to Microsoft Graph: its own SDK, over our own handlers. So nothing is tried again, redirected, cached or announced in
/// a header behind our back, and at most four requests are under way for a mailbox.
/// Source: "Microsoft Graph throttling limits", Outlook service: four concurrent requests per app and mailbox.
/// </summary>
internal sealed class GraphLine : IDisposable
{
    private const string Scope = "https://graph.microsoft.com/.default";
    private const int MostAtOnce = 4;
    private const int LongestQueue = 200;

    private readonly ProviderMailboxes _mailboxes;
    private readonly GraphPatience _patience;
    private readonly HttpClient _http;
    private readonly HttpClientRequestAdapter _adapter;
    private readonly GraphServiceClient _graph;
    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(mailbox =>
        RateLimitPartition.GetConcurrencyLimiter(mailbox, _ => new() { PermitLimit = MostAtOnce, QueueLimit = LongestQueue }));

    public GraphLine(Uri address, TokenCredential credential, ProviderMailboxes mailboxes, GraphPatience patience)
    {
        (_mailboxes, _patience) = (mailboxes, patience);
        // Without a propagator no trace id of ours travels along.
        var wire = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(new OnlyOurRequests(address, mailboxes) { InnerHandler = new GraphAttempts(patience) { InnerHandler = wire } })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        // Managed identities have no continuous access evaluation, and a trace must not hold the path with its ids.
        var quiet = new Microsoft.Kiota.Http.HttpClientLibrary.ObservabilityOptions { IncludeEUIIAttributes = false };
        _adapter = new HttpClientRequestAdapter(
            new AzureIdentityAuthenticationProvider(credential, [address.Host], observabilityOptions: null, isCaeEnabled: false, Scope),
            httpClient: _http,
            observabilityOptions: quiet);
        _graph = new GraphServiceClient(_adapter, address.ToString());
    }

    /// <summary>Asks in the advisor's mailbox. Whatever the network or Graph does becomes an answer; only cancellation and our own mistakes are thrown.</summary>
    /// <exception cref="ForbiddenRequestException">The advisor has no mailbox that we may ask.</exception>
    public Task<MailboxAnswer<T>> AskAsync<T>(
        ExternalAdvisor advisor, Func<UserItemRequestBuilder, CancellationToken, Task<MailboxAnswer<T>>> ask, CancellationToken stopping)
    {
        var mailbox = _mailboxes.Of(advisor);
        return AskAsync(mailbox.ObjectId, token => ask(_graph.Users[mailbox.ObjectId], token), stopping);
    }

    /// <summary>Asks about our subscriptions, which lie in no mailbox; otherwise the same.</summary>
    public Task<MailboxAnswer<T>> AskAsync<T>(Func<SubscriptionsRequestBuilder, CancellationToken, Task<MailboxAnswer<T>>> ask, CancellationToken stopping) =>
        AskAsync(SubscriptionBodies.Path, token => ask(_graph.Subscriptions, token), stopping);

    public void Dispose()
    {
        _graph.Dispose();
        _adapter.Dispose();
        _http.Dispose();
        _turns.Dispose();
    }

    private async Task<MailboxAnswer<T>> AskAsync<T>(string queue, Func<CancellationToken, Task<MailboxAnswer<T>>> ask, CancellationToken stopping)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        whole.CancelAfter(_patience.Whole);
        try
        {
            using var turn = await _turns.AcquireAsync(queue, 1, whole.Token);
            return turn.IsAcquired ? await ask(whole.Token) : new MailboxAnswer<T>.Later(TimeSpan.FromSeconds(1));
        }
        catch (Exception fault) when (fault is not ForbiddenRequestException)
        {
            // The SDK's readers do not say what they throw at nonsense, so whatever is left is nonsense.
            stopping.ThrowIfCancellationRequested();
            return fault is GraphStatusException answered ? Answer<T>(answered)
                : IsSilence(fault) ? new MailboxAnswer<T>.Later(TimeSpan.Zero)
                : new MailboxAnswer<T>.Refused(CalendarFault.Nonsense);
        }
    }

    private static MailboxAnswer<T> Answer<T>(GraphStatusException answered) => (int)answered.Status switch
    {
        (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.RequestTimeout or >= 500 => new MailboxAnswer<T>.Later(answered.After),
        >= 400 => new MailboxAnswer<T>.Refused(CalendarFault.Refused),
        _ => new MailboxAnswer<T>.Refused(CalendarFault.Nonsense),
    };

    private static bool IsSilence(Exception fault) =>
        fault is HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded }
            or OperationCanceledException or TimeoutRejectedException or IOException or AuthenticationFailedException;
}
