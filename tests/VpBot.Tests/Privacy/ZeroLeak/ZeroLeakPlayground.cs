using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>One bot whose operator asked for everything: the most talkative log, telemetry every half a second, and attributes of the host.</summary>
public sealed class ZeroLeakPlayground : PlaygroundFixture
{
    /// <summary>In the environment, where exporters look for what to add.</summary>
    internal const string OperatorName = "Operator Waterhoen";

    private readonly List<Exchange> exchanges = [];

    /// <summary>Where the bot may put temporary files.</summary>
    internal string TemporaryFolder { get; } = Directory.CreateTempSubdirectory("vpbot-temp-").FullName;

    /// <summary>Every request to a page that people see, and how it was answered.</summary>
    internal IReadOnlyList<Exchange> Exchanges
    {
        get { lock (exchanges) return [.. exchanges]; }
    }

    protected override PlaygroundOptions Options => base.Options with
    {
        ExtraEnvironment = AllDay.Settings(Talkative().Concat(ConsultationEveryDay()).ToDictionary()),
    };

    internal void Note(Exchange exchange)
    {
        lock (exchanges) exchanges.Add(exchange);
    }

    private Dictionary<string, string> Talkative() => new()
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
        ["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging__LogLevel__System.Net.Http"] = "Trace",
        ["Logging__Console__LogLevel__Default"] = "Trace",
        ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
        // The same few people walk every path.
        ["Appointments__MostOpenTalks"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["OTEL_METRICS_EXEMPLAR_FILTER"] = "always_on",
        ["OTEL_RESOURCE_ATTRIBUTES"] = $"enduser.id={OperatorName}",
        ["Language__Unreviewed__0"] = "pl",
        ["TMPDIR"] = TemporaryFolder,
    };

    /// <summary>Later than any talk, so that neither takes the other's time.</summary>
    private static IEnumerable<KeyValuePair<string, string>> ConsultationEveryDay() => Enum.GetNames<DayOfWeek>().SelectMany((day, index) =>
        new Dictionary<string, string>
        {
            [$"Provider__Advisors__sanne__Calendar__ConsultationHours__{index}__Day"] = day,
            [$"Provider__Advisors__sanne__Calendar__ConsultationHours__{index}__Hours"] = "22:15-23:45",
            [$"Provider__Advisors__sanne__Calendar__ConsultationHours__{index}__TurnLength"] = "00:15:00",
            [$"Provider__Advisors__sanne__Calendar__ConsultationHours__{index}__Way"] = "Phone",
        });
}

/// <summary>One request to a page: what a proxy or a server on the way writes down of it, and the words of an answer that is nobody's own page.</summary>
internal sealed record Exchange(string Line, string Headers, string? CacheControl, string RefusedBody)
{
    public static Exchange Of(HttpResponseMessage response) => new(
        $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri}",
        string.Join('\n', response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")),
        response.Headers.CacheControl?.ToString(),
        response.IsSuccessStatusCode ? "" : response.Content.ReadAsStringAsync().GetAwaiter().GetResult());
}
