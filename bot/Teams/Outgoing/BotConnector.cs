using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using VpBot.Cards;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// The Bot Connector REST API, as far as we use it. It is internal to this folder and takes bytes: what may be in them is
/// decided by the two doors in front of it, <see cref="EmployerChat"/> and <see cref="AdvisorChat"/>.
/// Source: "Send and receive messages", "Bot Connector API reference".
/// </summary>
/// <param name="tokenIsThere">Waits for the bot's own token. Turns that are taken before it comes would all leave in the moment that it does.</param>
internal sealed class BotConnector(HttpClient http, Func<CancellationToken, Task> tokenIsThere, Pace pace, ResiliencePipeline<HttpResponseMessage?> retries)
{
    /// <param name="draw">Drawn anew for every attempt: a text may have changed while Teams let us wait.</param>
    public Task<Sending> PostAsync(string tenant, string serviceUrl, string conversation, Func<ReadOnlyMemory<byte>> draw, CancellationToken stopping) =>
        SendAsync(HttpMethod.Post, tenant, conversation, $"{Base(serviceUrl)}v3/conversations/{Uri.EscapeDataString(conversation)}/activities", () => new ReadOnlyMemoryContent(draw()), stopping);

    public Task<Sending> PutAsync(
        string tenant, string serviceUrl, string conversation, string activity, ReadOnlyMemory<byte> body, CancellationToken stopping) =>
        SendAsync(
            HttpMethod.Put,
            tenant,
            conversation,
            $"{Base(serviceUrl)}v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(activity)}",
            () => new ReadOnlyMemoryContent(body),
            stopping);

    /// <summary>Opens the one-to-one chat with a person who has the app; asking twice gives the same chat.</summary>
    public Task<Sending> OpenAsync(string tenant, string serviceUrl, string appId, string userId, CancellationToken stopping)
    {
        var parameters = new ConversationParameters(
            new ChannelAccount { Id = $"28:{appId}" },
            [new ChannelAccount { Id = userId }],
            tenant,
            new ChannelData { Tenant = new TenantInfo { Id = tenant } });
        return SendAsync(HttpMethod.Post, tenant, userId, $"{Base(serviceUrl)}v3/conversations", () => new ConversationContent(parameters), stopping);
    }

    private async Task<Sending> SendAsync(
        HttpMethod method, string tenant, string conversation, string address, Func<HttpContent> content, CancellationToken stopping)
    {
        try
        {
            if (pace.LeftAlone(tenant) is var left && left > TimeSpan.Zero)
                return new Sending.Later(left);
            // A retry takes a turn of its own: it counts with Teams like any other request.
            using var response = await retries.ExecuteAsync(
                async token =>
                {
                    await tokenIsThere(token);
                    return await pace.TurnAsync(tenant, conversation, token) ? await AttemptAsync(method, tenant, conversation, address, content(), token) : null;
                },
                stopping);
            return response is null ? new Sending.Later(TimeSpan.FromSeconds(1)) : await ReadAsync(response, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested
            && fault is HttpRequestException or OperationCanceledException or Polly.Timeout.TimeoutRejectedException or Azure.Identity.AuthenticationFailedException or JsonException)
        {
            return new Sending.Later(TimeSpan.Zero);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(
        HttpMethod method, string tenant, string conversation, string address, HttpContent content, CancellationToken token)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Options.Set(EmployerGate.Tenant, tenant);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var response = await http.SendAsync(request, token);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && RetryPolicy.WaitAsked(response) is { } asked)
            pace.Wait(tenant, conversation, asked);
        return response;
    }

    private static async Task<Sending> ReadAsync(HttpResponseMessage response, CancellationToken stopping)
    {
        if (response.IsSuccessStatusCode)
        {
            var answer = await response.Content.ReadFromJsonAsync(TeamsJson.Default.ResourceResponse, stopping);
            return new Sending.Arrived(answer?.Id ?? "");
        }

        return response.StatusCode switch
        {
            HttpStatusCode.Forbidden when response.RequestMessage?.Options.TryGetValue(EmployerGate.StoppedHere, out _) == true => new Sending.Later(TimeSpan.Zero),
            // 403 MessageWritesBlocked and 404: blocked, uninstalled or gone. Trying again is of no use.
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new Sending.Blocked(),
            _ => new Sending.Later(RetryPolicy.WaitAsked(response) ?? TimeSpan.Zero),
        };
    }

    private static string Base(string serviceUrl) => serviceUrl.EndsWith('/') ? serviceUrl : serviceUrl + "/";
}
