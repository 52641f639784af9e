using System.Net;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Room;

/// <summary>The room forgets after silence. Somebody who says that they are still there has all of the time again, as often as they like.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public async Task Whoever_says_in_time_that_they_are_still_here_loses_nothing_and_whoever_is_silent_finds_an_empty_room()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        Assert.Contains("Is het hier 30 minuten stil", visitor.Page.Text, StringComparison.Ordinal);
        await visitor.GoToAsync("About");
        for (var times = 0; times < 12; times++)
        {
            bot.Clock.Pass(TimeSpan.FromMinutes(29));
            Assert.Equal("About", (await visitor.ActAsync("look")).Step);
        }

        bot.Clock.Pass(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.ActAsync("look")).Status);
    }
}
