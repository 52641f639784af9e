using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using VpBot.Teams;
using VpBot.Teams.Incoming;

namespace VpBot.Bench.Limit;

/// <summary>
/// The least that could be done: one process of bare ASP.NET Core that checks the same token, reads the same activity with generated
/// JSON code, and sends as many bytes. Nothing is remembered; only the room reads one row and writes it.
/// </summary>
internal static class LimitProgram
{
    public const string Metadata = "LIMIT_METADATA", AppId = "LIMIT_APP", Bytes = "LIMIT_BYTES", Storage = "LIMIT_STORAGE";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        string Setting(string name) => builder.Configuration[name] ?? throw new InvalidOperationException($"{name} is missing.");
        var authentication = new ChannelAuthentication(new TeamsSettings { TokenMetadataAddress = Setting(Metadata), AppId = Setting(AppId) }, TimeProvider.System);
        var (card, dialog, page) = (Body(Setting(Bytes), 0), Body(Setting(Bytes), 1), Body(Setting(Bytes), 2));
        using var http = new HttpClient();
        await using var row = await OneRow.OpenAsync(Setting(Storage));
        await using var app = builder.Build();

        app.MapGet("/ready", () => "ready");
        app.MapPost("/api/messages", async context =>
        {
            var header = context.Request.Headers.Authorization.ToString();
            if (header.Length < 8 || await authentication.CheckAsync(header[7..]) is not TokenCheck.Good good
                || await JsonSerializer.DeserializeAsync(context.Request.Body, LimitJson.Default.Activity) is not { } activity || activity.ServiceUrl != good.ServiceUrl)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            if (activity.Type == "invoke")
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.Body.WriteAsync(dialog);
                return;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, $"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities")
            {
                Content = new ReadOnlyMemoryContent(card),
            };
            request.Headers.Authorization = new("Bearer", "constant");
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var answer = await http.SendAsync(request);
            _ = await answer.Content.ReadFromJsonAsync(LimitJson.Default.Sent);
        });
        app.MapPost("/room", async context =>
        {
            var form = await context.Request.ReadFormAsync();
            if (form["session"].Count == 0)
                return;
            await row.ReadAndWriteAsync();
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.Body.WriteAsync(page);
        });
        await app.RunAsync();
        return 0;
    }

    private static byte[] Body(string lengths, int which) =>
        [.. Enumerable.Repeat((byte)'x', int.Parse(lengths.Split(',')[which], System.Globalization.CultureInfo.InvariantCulture))];
}

internal sealed record Sent(string? Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Sent))]
internal sealed partial class LimitJson : JsonSerializerContext;
