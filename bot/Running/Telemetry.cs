using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace VpBot.Running;

/// <summary>
/// What the operator's collector gets: counts that name nobody. It is an allow-list of instruments, each with the tags that it may
/// carry; everything else is dropped before it is counted. No traces and no logs leave: a span has a path, an address or a text.
/// </summary>
public static class Telemetry
{
    private static readonly string[] Meters =
        ["VpBot.Appointments", "VpBot.Employers", "VpBot.Handoffs", "VpBot.Language", "VpBot.Storage", "VpBot.Teams", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>Instruments by name, with the tags that stay. A reason is a member of an enum, a generation or a mode is the runtime's own word.</summary>
    public static FrozenDictionary<string, string[]> Exported { get; } = new Dictionary<string, string[]>
    {
        ["vpbot.activities.refused"] = ["reason"],
        ["vpbot.employers.faults"] = [],
        ["vpbot.employers.served"] = [],
        ["vpbot.gate.stopped"] = [],
        ["vpbot.handoffs.overdue"] = [],
        ["vpbot.handoffs.passed-on"] = ["reason"],
        ["vpbot.handoffs.unanswered"] = [],
        ["vpbot.handoffs.undelivered"] = [],
        ["vpbot.keyring.certificate-days"] = [],
        ["vpbot.messages.given-up"] = ["reason"],
        ["vpbot.notifications.ignored"] = [],
        ["vpbot.notifications.rung"] = [],
        ["vpbot.outbox.oldest-seconds"] = [],
        ["vpbot.outbox.unknown"] = [],
        ["vpbot.rows.forgotten"] = [],
        ["vpbot.texts.faults"] = [],
        ["dotnet.gc.collections"] = ["gc.heap.generation"],
        ["dotnet.gc.last_collection.heap.size"] = ["gc.heap.generation"],
        ["dotnet.gc.pause.time"] = [],
        ["dotnet.process.cpu.time"] = ["cpu.mode"],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.thread_pool.queue.length"] = [],
        ["dotnet.thread_pool.thread.count"] = [],
        ["kestrel.active_connections"] = [],
        ["kestrel.queued_connections"] = [],
        ["kestrel.rejected_connections"] = [],
    }.ToFrozenDictionary();

    internal static void AddTelemetry(this IServiceCollection services, RunningSettings settings)
    {
        // A proxy of an employer could mark a request with a name; nothing that came in with one may ride on to Graph or Teams.
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        services.AddSingleton(DistributedContextPropagator.Current);
        if (settings.OtlpEndpoint.Length == 0)
            return;
        services.AddOpenTelemetry().WithMetrics(metrics => Allow(metrics).AddOtlpExporter(exporter =>
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = new Uri(settings.OtlpEndpoint.TrimEnd('/') + "/v1/metrics");
        }));
    }

    /// <summary>
    /// The resource is ours alone: the usual one takes in attributes from the environment, such as a host's or a user's name.
    /// Exemplars would carry the very tags that were dropped.
    /// </summary>
    public static MeterProviderBuilder Allow(MeterProviderBuilder metrics) => metrics
        .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddAttributes(
            [new("service.name", "vpbot"), new("service.instance.id", Guid.NewGuid().ToString("N"))]))
        .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
        .AddMeter(Meters)
        .AddView(instrument => Exported.TryGetValue(instrument.Name, out var tags)
            ? new MetricStreamConfiguration { TagKeys = tags }
            : MetricStreamConfiguration.Drop);

    internal static string? WhyNot(string endpoint, bool development)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return "Running:OtlpEndpoint must be empty, or the collector's address such as https://collector.example:4318, without a name, a query or a fragment.";
        return address.Scheme == Uri.UriSchemeHttps || development || address.IsLoopback
            ? null
            : "Running:OtlpEndpoint must begin with https. Plain HTTP is for Development and for a collector on loopback.";
    }
}
