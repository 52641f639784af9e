using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using VpBot.Running;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Running;

/// <summary>Promise 8 for metrics: what is not on the list does not leave.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public void Only_listed_instruments_leave_and_only_with_their_listed_tags()
    {
        using var meter = new Meter("VpBot.Teams");
        var kept = new Keeper();
        using var provider = Telemetry.Allow(Sdk.CreateMeterProviderBuilder()).AddReader(new BaseExportingMetricReader(kept)).Build();
        meter.CreateCounter<long>("vpbot.activities.refused").Add(1, new("reason", "NoToken"), new("person", "Waterhoen"));
        meter.CreateCounter<long>("vpbot.rows.forgotten").Add(1, new KeyValuePair<string, object?>("employer", "Waterhoen"));
        meter.CreateCounter<long>("vpbot.planted").Add(1, new KeyValuePair<string, object?>("person", "Waterhoen"));
        Assert.True(provider.ForceFlush());

        Assert.Contains("vpbot.activities.refused reason=NoToken", kept.Said);
        Assert.DoesNotContain(kept.Said, line => line.Contains("Waterhoen", StringComparison.Ordinal) || line.Contains("planted", StringComparison.Ordinal));
        Assert.All(kept.Said, line => Assert.Contains(line.Split(' ')[0], Telemetry.Exported.Keys));
        Assert.Equal(["service.instance.id", "service.name"], kept.Resource.Order());
    }

    [Fact]
    public void Every_count_of_ours_is_on_the_list_and_nothing_else_of_ours_is() => Assert.Equal(
        Sources.Code.SelectMany(source => Instrument().Matches(source.Text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
        Telemetry.Exported.Keys.Where(name => name.StartsWith("vpbot.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [GeneratedRegex("""\.Create[A-Za-z]+<[a-z]+>\("([a-z.-]+)"\)""")]
    private static partial Regex Instrument();

    /// <summary>Keeps each exported point as one line: its instrument and its tags.</summary>
    private sealed class Keeper : BaseExporter<Metric>
    {
        public List<string> Said { get; } = [];

        public IEnumerable<string> Resource => ParentProvider.GetResource().Attributes.Select(attribute => attribute.Key);

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var line = metric.Name;
                    foreach (var tag in point.Tags)
                        line += $" {tag.Key}={tag.Value}";
                    Said.Add(line);
                }
            }

            return ExportResult.Success;
        }
    }
}
