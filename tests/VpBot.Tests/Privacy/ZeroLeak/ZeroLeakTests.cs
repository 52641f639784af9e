using VpBot.Language;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>Promises 1, 2, 3, 6 and 8, in every place that anything leaves for.</summary>
public sealed class ZeroLeakTests(ZeroLeakPlayground house, ITestOutputHelper output) : IClassFixture<ZeroLeakPlayground>
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("pl")]
    public async Task Nothing_of_anybody_is_found_in_any_place_after_every_path(string language)
    {
        var canaries = new Canaries();
        foreach (var person in house.Server.People.All.Where(person => !person.IsAdvisor))
            canaries.Plant(person);
        canaries.Plant(Kind.Name, ZeroLeakPlayground.OperatorName);
        using var walk = new Walk(house, Tongue.All.Concat(FoundLanguages.Within).Single(tongue => tongue.Code == language), canaries);
        foreach (var (path, walkAsync) in walk.Paths)
        {
            canaries.Begin($"{path} ({language})");
            await walkAsync();
        }

        await Until.TrueAsync("an export of the counts", () => house.Server.Collector.Received.Any(export => CanarySearch.Find(export.Body, "vpbot.activities.refused").Count > 0));
        var leaks = Sink.All.SelectMany(sink => sink.Leaks(house, canaries.All)).ToList();
        output.WriteLine(
            $"{language}: {canaries.All.Count} canaries on {walk.Paths.Count} paths, each in {CanarySearch.Disguises(house.Server.People.Noor.ObjectId).Count()} disguises at most, "
            + $"searched in {Sink.All.Count} places: {leaks.Count} hits.");
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        Assert.All(Sink.All, sink => Assert.True(sink.Name is "temporary files" || sink.Read(house).Any(bytes => bytes.Length > 1), $"{sink.Name} was empty: nothing was searched."));
        Assert.All(house.Exchanges, exchange => Assert.True(exchange.CacheControl == "no-store", $"{exchange.Line} may be stored: {exchange.CacheControl}"));
    }
}
