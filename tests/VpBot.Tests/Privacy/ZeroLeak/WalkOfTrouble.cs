using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>The paths on which something is wrong: what goes wrong is what software likes to write down.</summary>
internal sealed partial class Walk
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private async Task TypeAsync()
    {
        var word = canaries.NewWord(Kind.TypedLine);
        foreach (var line in new[] { word, $"Mijn leidinggevende {word} bedreigt mij.", $"<at>VpBot</at> {word}", $"desk {word}", $"{{\"open\":\"{word}\"}}" })
            await Server.Teams.TypeAsync(Employee, line);
    }

    private async Task WrongCodesAsync()
    {
        await NewVisitor().BeginAsync(tongue: tongue.Code);
        await Visitor.AnswerAsync("appointment");
        var never = "ABCD-EFGH-2345";
        canaries.Plant(Kind.ReturnCode, never);
        foreach (var code in new[] { never, canaries.NewWord(Kind.FreeText), canaries.NewPhone() })
            await Visitor.AnswerAsync(code);
        await Visitor.PostAsync([new("act", "ticket"), new("ticket", canaries.NewWord(Kind.Ticket))]);
        await Visitor.PostAsync([new("act", "answer"), new("session", canaries.NewWord(Kind.Session)), new("answer", Employee.Name)]);
    }

    private async Task BadFormsAsync()
    {
        var word = canaries.NewWord(Kind.FreeText);
        foreach (var (type, body) in new[]
        {
            ("application/json", $"{{\"act\":\"{word}\"}}"),
            ("text/plain", $"act=begin&employer={word}"),
            ("application/x-www-form-urlencoded", $"act=begin&employer={word}&tongue={word}"),
            ("application/x-www-form-urlencoded", $"{word}={word}"),
            ("application/x-www-form-urlencoded", $"act=answer&session={word}&goal={word}&step={word}"),
            ("application/x-www-form-urlencoded", $"act={string.Concat(Enumerable.Repeat(word, 2_000))}"),
            ("multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: form-data; name=\"{word}\"\r\n\r\nbeg"),
        })
        {
            await SendAsync(HttpMethod.Post, "/room", body, type);
            await SendAsync(HttpMethod.Post, "/api/messages", body, type);
            await SendAsync(HttpMethod.Post, "/graph/notifications", body, type);
        }

        var post = new IncomingPost(house);
        await post.PostAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(word, 20_000))));
        await post.PostAsync(Encoding.UTF8.GetBytes($"{{\"type\":\"{word}\",\"from\":\"{word}\""), chunked: true);
        await post.PostAsync(post.Message(Employee, word), new() { Key = SigningKey.Foreign });
        await post.PostWithHeaderAsync($"Bearer {word}");
    }

    /// <summary>A proxy of the employer's can mark every request with who sent it.</summary>
    private async Task MarkedRequestsAsync()
    {
        var (mark, trace) = (canaries.NewWord(Kind.Name), Guid.NewGuid().ToString("N"));
        canaries.Plant(Kind.UserId, trace);
        (string, string)[] marks =
        [
            ("traceparent", $"00-{trace}-b7ad6b7169203331-01"), ("tracestate", $"user={mark}"), ("baggage", $"user={mark}"), ("Correlation-Context", $"user={mark}"),
            ("Request-Id", $"|{mark}."), ("X-Forwarded-For", "192.0.2.77"), ("X-Forwarded-User", mark), ("X-MS-CLIENT-PRINCIPAL-NAME", mark),
            ("Cookie", $"user={mark}"), ("User-Agent", mark), ("Accept-Language", mark), ("Via", $"1.1 {mark}"),
        ];
        await NewVisitor().BeginAsync(tongue: tongue.Code);
        await Visitor.GoToAsync("How", "amir");
        // The next page asks Graph for free time, in this very request.
        var fields = Visitor.Page.Hidden.Where(field => field.Key != "answer").Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}").Append("answer=Teams");
        await SendAsync(HttpMethod.Post, "/room", string.Join('&', fields), "application/x-www-form-urlencoded", marks);
        foreach (var address in new[] { "/room", "/", "/closed", "/open/duinrand", "/health/ready", "/employer-visible/duinrand" })
            await SendAsync(HttpMethod.Get, address, null, null, marks);
    }

    private async Task UnknownTenantsAsync()
    {
        var post = new IncomingPost(house);
        var (name, id) = (canaries.NewWord(Kind.Name), canaries.Plant(Kind.UserId, Guid.NewGuid().ToString()));
        foreach (var tenant in new[] { Guid.NewGuid().ToString(), Server.People.Wietske.Tenant.Id })
        {
            var activity = post.Message(Employee, canaries.NewWord(Kind.TypedLine));
            activity["from"]!["name"] = name;
            activity["from"]!["aadObjectId"] = id;
            activity["conversation"]!["tenantId"] = tenant;
            await post.PostAsync(activity);
            activity["channelData"]!["tenant"]!["id"] = tenant;
            await post.PostAsync(activity);
        }

        foreach (var member in new[] { "channelId", "serviceUrl", "conversation", "from", "type", "id", "channelData" })
        {
            var activity = post.Message(Employee, canaries.NewWord(Kind.TypedLine));
            activity[member] = name;
            await post.PostAsync(activity);
        }
    }

    private async Task TeamsTroubleAsync()
    {
        foreach (var fault in new[] { FaultDecision.ServerError, FaultDecision.Down, FaultDecision.Html, FaultDecision.Truncated, FaultDecision.NeverAnswers, FaultDecision.TooManyRequests(TimeSpan.FromSeconds(1)) })
        {
            var before = Server.Connector.Received.Count;
            Server.Connector.Faults.Now = fault;
            await Server.Teams.TypeAsync(Employee, canaries.NewWord(Kind.TypedLine));
            await Until.TrueAsync("an attempt", () => Server.Connector.Received.Count > before, seconds: 30);
        }

        await EnterAsync(Employee);
        await AnswerAllAsync("sanne", "Phone");
        Server.Connector.Faults.Now = FaultDecision.Working;
        await Visitor.LookUntilAsync(Arrived, seconds: 60);
    }

    private async Task GraphTroubleAsync()
    {
        foreach (var fault in new[] { FaultDecision.ServerError, FaultDecision.Html, FaultDecision.Down })
        {
            await EnterAsync(Employee);
            var alias = await AnswerAllAsync("amir", "Teams", () => Server.Graph.Faults.Now = fault);
            await Server.Graph.ReceivedAsync("an attempt", request => request.Method == "POST" && request.Status != 201);
            Server.Graph.Faults.Clear();
            Assert.NotEmpty(alias);
        }

        Server.Graph.Faults.Now = FaultDecision.Html;
        await NewVisitor().BeginAsync(tongue: tongue.Code);
        await Visitor.GoToAsync("When", "amir");
        Server.Graph.Faults.Clear();
    }

    /// <summary>A table that is gone makes every turn fail with the text of a statement in the exception.</summary>
    private async Task ExceptionAsync()
    {
        await EnterAsync(Employee);
        await Visitor.GoToAsync("CalledAs");
        var (page, alias) = (Visitor.Page, canaries.NewWord(Kind.Alias));
        await RenameAsync("Sessions", "SessionsAway");
        try
        {
            await Visitor.AnswerAsync(page, alias);
            Assert.True((int)Visitor.Page.Status >= 500, "The turn did not fail.");
        }
        finally
        {
            await RenameAsync("SessionsAway", "Sessions");
        }

        await RenameAsync("SeenActivities", "SeenActivitiesAway");
        try
        {
            await Server.Teams.TypeAsync(Employee, canaries.NewWord(Kind.TypedLine));
        }
        finally
        {
            await RenameAsync("SeenActivitiesAway", "SeenActivities");
        }

        await Visitor.AnswerAsync(page, alias);
    }

    private async Task RenameAsync(string table, string other)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Server.Bot!.DataFolder, "vpbot.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are our own.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE \"{table}\" RENAME TO \"{other}\"");
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task SendAsync(HttpMethod method, string address, string? body, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.Bot!.Address, address));
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type!);
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await Http.SendAsync(request);
            house.Note(Exchange.Of(response));
        }
        catch (HttpRequestException)
        {
            // Of a body that is too large the rest is not read: the connection may end first.
        }
    }
}
