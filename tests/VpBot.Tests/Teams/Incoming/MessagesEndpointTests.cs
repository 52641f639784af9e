using System.Text;
using System.Text.Json.Nodes;
using VpBot.Teams;
using VpBot.Teams.Incoming;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>Bodies under a true token that are not activities.</summary>
[Collection(IncomingPlayground.Name)]
public sealed class MessagesEndpointTests(PlaygroundFixture fixture)
{
    private static readonly Dictionary<string, Func<string, string>> Broken = new()
    {
        ["nothing"] = _ => "",
        ["null"] = _ => "null",
        ["an array"] = good => $"[{good}]",
        ["a text"] = _ => "\"message\"",
        ["a form"] = _ => "type=message&id=1",
        ["half of an activity"] = good => good[..(good.Length / 2)],
        ["two activities"] = good => good + good,
        ["a byte order mark before an activity"] = good => "\ufeff" + good,
        ["a number for a type"] = good => good.Replace("\"type\":\"message\"", "\"type\":5", StringComparison.Ordinal),
        ["a text for a conversation"] = good => With(good, "conversation", JsonValue.Create("a:1")),
        ["an array for a sender"] = good => With(good, "from", new JsonArray()),
        ["an object for an id"] = good => With(good, "id", new JsonObject()),
        ["a text for the members"] = good => With(good, "membersAdded", JsonValue.Create("29:1")),
        ["half of a letter in an id"] = good => good.Replace("\"id\":\"", "\"id\":\"\\ud800", StringComparison.Ordinal),
        ["a hundred levels"] = good => With(good, "value", JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60))))
            .Replace("[[[]]]", string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100)), StringComparison.Ordinal),
    };

    private readonly IncomingPost _post = new(fixture);

    public static TheoryData<string> Kinds => [.. Broken.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public Task A_body_that_is_not_an_activity_is_refused(string with)
    {
        var body = Encoding.UTF8.GetBytes(Broken[with](_post.Message().ToJsonString()));
        return _post.RefusedAsync(400, Refusal.Malformed, () => _post.PostAsync(body));
    }

    [Fact]
    public Task Bytes_that_are_no_text_are_refused() =>
        _post.RefusedAsync(400, Refusal.Malformed, () => _post.PostAsync([.. Enumerable.Range(0, 256).Select(value => (byte)value)]));

    [Theory, InlineData(false), InlineData(true)]
    public Task A_body_above_256_KB_is_refused_also_when_it_does_not_say_its_length(bool chunked) =>
        _post.RefusedAsync(413, Refusal.TooLarge, () => _post.PostAsync(OfSize(MessagesEndpoint.LargestBody + 1), chunked));

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_body_of_exactly_256_KB_is_served(bool chunked) =>
        Assert.Equal(200, await _post.PostAsync(OfSize(MessagesEndpoint.LargestBody), chunked));

    [Fact]
    public async Task A_token_is_asked_for_before_a_body_is_read()
    {
        // The server would otherwise have to take 20 MB from anybody.
        var (status, took) = (0, 0L);
        using var body = new CountedStream(20 * 1024 * 1024);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Server.Bot!.Address, "/api/messages")) { Content = new StreamContent(body) };
        request.Headers.ExpectContinue = true;
        using (var response = await http.SendAsync(request))
            (status, took) = ((int)response.StatusCode, body.Position);
        Assert.Equal((401, 0L), (status, took));
    }

    [Fact]
    public async Task Of_a_member_that_comes_twice_the_one_that_is_judged_is_the_one_that_is_used()
    {
        var good = _post.Message();
        var foreign = """{"id":"a:1foreign","conversationType":"personal","tenantId":"90000000-0000-4000-8000-000000000009"}""";
        var last = Encoding.UTF8.GetBytes($"{good.ToJsonString()[..^1]},\"conversation\":{foreign}}}");
        await _post.RefusedAsync(403, Refusal.TenantMismatch, () => _post.PostAsync(last));

        var sent = fixture.Server.Connector.Received.Count;
        var first = Encoding.UTF8.GetBytes($"{{\"conversation\":{foreign},{good.ToJsonString()[1..]}");
        Assert.Equal(200, await _post.PostAsync(first));
        await fixture.RestAsync();
        Assert.All(fixture.Server.Connector.Received.Skip(sent), request => Assert.Same(fixture.Server.People.Noor, request.Person));
    }

    private byte[] OfSize(int bytes)
    {
        var activity = _post.Message(text: "");
        activity["text"] = new string('x', bytes - Encoding.UTF8.GetByteCount(activity.ToJsonString()));
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    private static string With(string activity, string member, JsonNode? value)
    {
        var bent = JsonNode.Parse(activity)!.AsObject();
        bent[member] = value;
        return bent.ToJsonString();
    }

    private sealed class CountedStream(long length) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
