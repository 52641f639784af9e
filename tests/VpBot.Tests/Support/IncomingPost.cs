using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Teams;

namespace VpBot.Tests.Support;

/// <summary>Posts to the bot what Teams never would, and looks at what came of it.</summary>
public sealed class IncomingPost(PlaygroundFixture fixture)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private PlaygroundServer Server => fixture.Server;

    public JsonObject Message(Person? person = null, string text = "Goedemorgen.") => Server.Teams.Activities.Message(person ?? Server.People.Noor, text);

    public Task<BotAnswer> PostAsync(JsonObject activity, ChannelToken? token = null) =>
        Server.Teams.PostAsync(activity.ToJsonString(), Server.Tokens.Issue(token ?? new()));

    /// <summary>Raw bytes with a good token. <paramref name="chunked"/> leaves the length out.</summary>
    public async Task<int> PostAsync(byte[] body, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Bot!.Address, "/api/messages")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        return await SendAsync(request, $"Bearer {Server.Tokens.Issue()}");
    }

    /// <summary>A good activity with any Authorization header, or none.</summary>
    public Task<int> PostWithHeaderAsync(string? authorization) => SendAsync(
        new(HttpMethod.Post, new Uri(Server.Bot!.Address, "/api/messages")) { Content = new StringContent(Message().ToJsonString()) },
        authorization);

    /// <summary>The act is refused with this status and reason; nothing was sent, nothing stored, and the log says the reason alone.</summary>
    public async Task RefusedAsync(int status, Refusal reason, Func<Task<int>> act)
    {
        await fixture.RestAsync();
        var (stored, sent, said) = (fixture.Data.Count(), Server.Connector.Received.Count, Server.Bot!.Output.Lines.Count);
        Assert.Equal(status, await act());
        await Until.TrueAsync("the line in the log", () => Server.Bot.Output.Lines.Skip(said).Any(line => line.EndsWith($"An activity was refused: {reason}", StringComparison.Ordinal)));
        Assert.Equal(stored, fixture.Data.Count());
        Assert.Equal(sent, Server.Connector.Received.Count);
        Assert.All(Server.Bot.Output.Lines.Skip(said), line => Assert.Matches(@"^info: VpBot\.Teams\.Incoming\.MessagesEndpoint\[200\] An activity was refused: [A-Za-z]+$", line));
    }

    public Task RefusedAsync(int status, Refusal reason, JsonObject activity, ChannelToken? token = null) =>
        RefusedAsync(status, reason, async () => (await PostAsync(activity, token)).Status);

    private static async Task<int> SendAsync(HttpRequestMessage request, string? authorization)
    {
        if (authorization is not null && !request.Headers.TryAddWithoutValidation("Authorization", authorization))
            throw new ArgumentException("This header cannot be sent.", nameof(authorization));
        using var response = await Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
