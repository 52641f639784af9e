using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpBot.Running;

namespace VpBot.Tests.Infra;

/// <summary>The dashboard and the alerts ask for what the program counts, and for nothing that would name somebody.</summary>
public sealed partial class DashboardTests
{
    [Fact]
    public void Every_name_on_the_dashboard_and_in_an_alert_is_counted_by_the_program() =>
        Assert.DoesNotContain(Dashboard().Concat(Alerts()).SelectMany(Names), name => Counted(name) is null);

    [Fact]
    public void Every_count_of_ours_stands_on_the_dashboard() =>
        Assert.Empty(Telemetry.Exported.Keys.Where(name => name.StartsWith("vpbot.", StringComparison.Ordinal)).Except(Dashboard().SelectMany(Names).Select(Counted).OfType<string>()));

    [Fact]
    public void What_is_split_by_a_tag_is_split_by_one_that_is_exported() =>
        Assert.All(Dashboard().Where(expression => expression.Contains(" by (", StringComparison.Ordinal)), expression =>
            Assert.Contains(By().Match(expression).Groups[1].Value, Telemetry.Exported[Counted(Names(expression).Single())!]));

    [Fact]
    public void There_is_an_alert_for_an_undelivered_handoff_an_old_outbox_and_a_certificate_that_ends() =>
        Assert.Superset(
            new HashSet<string?> { "vpbot.handoffs.undelivered", "vpbot.outbox.oldest-seconds", "vpbot.keyring.certificate-days", "vpbot.gate.stopped" },
            Alerts().SelectMany(Names).Select(Counted).ToHashSet());

    [Theory]
    [InlineData("vpbot_handoffs_undelivered", "vpbot.handoffs.undelivered")]
    [InlineData("vpbot_handoffs_undelivered_total", "vpbot.handoffs.undelivered")]
    [InlineData("dotnet_gc_pause_time_seconds_total", "dotnet.gc.pause.time")]
    [InlineData("vpbot_handoffs_by_employer_total", null)]
    public void A_planted_name_that_nothing_counts_is_found(string name, string? counted) => Assert.Equal(counted, Counted(name));

    private static IEnumerable<string> Dashboard() =>
        Json("dashboard.json")["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray()).Select(target => target!["expr"]!.GetValue<string>());

    private static IEnumerable<string> Alerts() => Json("alerts.json").AsArray().Select(alert => alert!["expression"]!.GetValue<string>());

    private static IEnumerable<string> Names(string expression) => Name().Matches(expression).Select(match => match.Value);

    /// <summary>The instrument behind a Prometheus name: dots became underscores, and a unit and "total" were put behind it.</summary>
    private static string? Counted(string name) => Telemetry.Exported.Keys.FirstOrDefault(instrument =>
        Suffix().Replace(name, "") is var bare && instrument.Replace('.', '_').Replace('-', '_') is var written && (written == name || written == bare || written == Unit().Replace(bare, "")));

    private static JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Bicep.Folder, file)))!;

    [GeneratedRegex(@"\b(?:vpbot|dotnet|kestrel)_[a-z_]+")]
    private static partial Regex Name();

    [GeneratedRegex("_total$")]
    private static partial Regex Suffix();

    [GeneratedRegex("_(seconds|bytes)$")]
    private static partial Regex Unit();

    [GeneratedRegex(@" by \((\w+)\)")]
    private static partial Regex By();
}
