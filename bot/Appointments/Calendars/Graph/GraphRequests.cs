using System.Net;

namespace VpBot.Appointments.Calendars.Graph;

/// <param name="Path">Below the address of Graph. <c>{advisor}</c> is an object id from the settings, <c>{id}</c> an id that Graph gave us.</param>
internal sealed record GraphRequest(HttpMethod Method, string Path, string Query);

/// <summary>Every request that we ever make to Graph. What is not in this table does not leave the process.</summary>
internal static class GraphRequests
{
    public static readonly IReadOnlyList<GraphRequest> All =
    [
        new(HttpMethod.Post, "/users/{advisor}/calendar/getSchedule", ""),
        new(HttpMethod.Post, "/users/{advisor}/onlineMeetings", ""),
        new(HttpMethod.Get, "/users/{advisor}/onlineMeetings/{id}", ""),
        new(HttpMethod.Patch, "/users/{advisor}/onlineMeetings/{id}", ""),
        new(HttpMethod.Delete, "/users/{advisor}/onlineMeetings/{id}", ""),
        new(HttpMethod.Post, "/users/{advisor}/events", ""),
        new(HttpMethod.Get, "/users/{advisor}/events/{id}", "?$select=id,start,end,isCancelled"),
        new(HttpMethod.Patch, "/users/{advisor}/events/{id}", ""),
        new(HttpMethod.Post, "/users/{advisor}/events/{id}/permanentDelete", ""),
        new(HttpMethod.Post, SubscriptionBodies.Path, ""),
        new(HttpMethod.Patch, SubscriptionBodies.Path + "/{id}", ""),
        new(HttpMethod.Delete, SubscriptionBodies.Path + "/{id}", ""),
    ];

    public static bool Allows(HttpMethod method, Uri address, Uri graph, ProviderMailboxes mailboxes) =>
        address.GetLeftPart(UriPartial.Authority) == graph.GetLeftPart(UriPartial.Authority)
        && address.AbsolutePath.StartsWith(graph.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal)
        && All.Any(request => request.Method == method
            && request.Query == WebUtility.UrlDecode(address.Query)
            && Fits(address.AbsolutePath[graph.AbsolutePath.TrimEnd('/').Length..], request.Path, mailboxes));

    private static bool Fits(string path, string pattern, ProviderMailboxes mailboxes)
    {
        var (given, wanted) = (path.Split('/'), pattern.Split('/'));
        return given.Length == wanted.Length && given.Zip(wanted).All(pair => pair.Second switch
        {
            "{advisor}" => mailboxes.Has(Uri.UnescapeDataString(pair.First)),
            "{id}" => pair.First.Length > 0,
            var word => pair.First == word,
        });
    }
}

/// <summary>Lets through what stands in <see cref="GraphRequests"/>, whatever code it comes from.</summary>
internal sealed class OnlyOurRequests(Uri graph, ProviderMailboxes mailboxes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || !GraphRequests.Allows(request.Method, address, graph, mailboxes))
            throw new ForbiddenRequestException("This request does not stand in the table of our requests to Graph.");
        if (!await SubscriptionBodies.AreOursAsync(request, graph, mailboxes, cancellationToken))
            throw new ForbiddenRequestException("A subscription names the events of an advisor of ours, and nothing else.");
        return await base.SendAsync(request, cancellationToken);
    }
}
