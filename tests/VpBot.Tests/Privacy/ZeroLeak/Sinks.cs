using System.Text;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>A place where something could be left, and what may legitimately be found there.</summary>
internal sealed record Sink(string Name, Kind[] May, Func<ZeroLeakPlayground, IEnumerable<byte[]>> Read)
{
    /// <summary>The table: every place that anything leaves for, and what of a person it may hold, with the reason.</summary>
    public static readonly IReadOnlyList<Sink> All =
    [
        // The address of a chat is the chat.
        new("Bot Connector, employer: addresses", [Kind.Chat, Kind.UserId], house => ToTeams(house, provider: false).Select(request => Line(request.Path))),
        new("Bot Connector, employer: headers and bodies", [], house => ToTeams(house, provider: false).Select(Content)),
        // What somebody types themselves is theirs; it is searched for in everything else that the tenant holds.
        // So is the place of a session, on the card that HR posts.
        new("the employer's archive", [Kind.PostedByHr], house => Archived(house).Select(item => Line($"{item.Kind} {item.Content?.ToJsonString()} {Talks.Text(item.Content)}"))),
        // The handoff: the lines that the employee read and confirmed, in the provider's own tenant.
        new("Bot Connector, provider", [Kind.Alias, Kind.Phone, Kind.Topic, Kind.Slot], house => ToTeams(house, provider: true).Select(request => (byte[])[.. Line(request.Path), .. Content(request)])),
        // An event is at a time; that is all.
        new("Graph", [Kind.Slot], house => house.Server.Graph.Received.Select(request => (byte[])[.. Line(request.Path), .. Line(Uri.UnescapeDataString(request.Path)), .. Content(request)])),
        new("standard output and error", [], house => [Line(house.Server.Bot!.Output.Text)]),
        new("telemetry", [], house => house.Server.Collector.Received.Select(export => (byte[])[.. Line($"{export.Path} {string.Join('\n', export.Headers)}"), .. export.Body])),
        new("the database file and its log", [], house => house.Data.Files().Select(file => file.Bytes)),
        new("temporary files", [], house => Files(house.TemporaryFolder)),
        new("the working directory", [], house => Files(house.Server.Bot!.DataFolder)),
        new("request lines and response headers", [], house => house.Exchanges.Select(exchange => Line($"{exchange.Line}\n{exchange.Headers}"))),
        new("answers to what was refused or failed", [], house => house.Exchanges.Select(exchange => Line(exchange.RefusedBody))),
    ];

    /// <summary>What stands here that may not; one sentence each.</summary>
    public IReadOnlyList<string> Leaks(ZeroLeakPlayground house, IEnumerable<Canary> canaries)
    {
        // What is equal is searched once: the constant cards are many, and one.
        var bytes = Read(house).Where(part => part.Length > 0).DistinctBy(part => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(part))).SelectMany(part => (byte[])[.. part, 0, 0]).ToArray();
        return
        [
            .. canaries.Where(canary => !May.Contains(canary.Kind)).DistinctBy(canary => (canary.Kind, canary.Value))
                .SelectMany(canary => CanarySearch.Find(bytes, canary.Value).Where(disguise => !IsItsOwnHash(canary, disguise))
                    .Select(disguise => $"{Name} holds {canary.Kind} \"{canary.Value}\" of \"{canary.Path}\" as {disguise}")),
        ];
    }

    /// <summary>Of a random token the database keeps the SHA-256, which leads nowhere; of nothing else.</summary>
    private bool IsItsOwnHash(Canary canary, string disguise) =>
        Name is "the database file and its log" or "the working directory" && canary.Kind is Kind.Ticket or Kind.Session && disguise == "SHA-256";

    private static IEnumerable<ReceivedRequest> ToTeams(ZeroLeakPlayground house, bool provider) =>
        house.Server.Connector.Received.Where(request => request.Tenant is { IsProvider: var isProvider } ? isProvider == provider : !provider);

    private static IEnumerable<HeldItem> Archived(ZeroLeakPlayground house) =>
        house.Server.People.Tenants.Where(tenant => !tenant.IsProvider).SelectMany(tenant => house.Server.Teams.Archive(tenant).Held).Where(item => item.Kind != HeldKind.TypedLine);

    private static byte[] Content(ReceivedRequest request) => [.. Line(string.Join('\n', request.Headers)), .. request.Body];

    private static IEnumerable<byte[]> Files(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            yield return Line(path);
            // What debuggers talk through is no file, and cannot be read.
            if (new FileInfo(path).Length == 0)
                continue;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes(text + "\n");
}
