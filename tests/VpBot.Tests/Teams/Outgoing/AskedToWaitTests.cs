using VpBot.Teams.Outgoing;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Teams.Outgoing;

/// <summary>Teams answers 429, and does not say to whom.</summary>
public sealed class AskedToWaitTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void One_chat_that_is_told_to_wait_holds_up_nobody_else()
    {
        var asked = new AskedToWait(clock);
        for (var times = 0; times < 5; times++)
            asked.Note("duinrand", "noor", TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, asked.Left("duinrand"));
    }

    [Fact]
    public void Two_chats_that_are_told_to_wait_are_their_whole_tenant_until_the_wait_is_over()
    {
        var asked = new AskedToWait(clock);
        asked.Note("duinrand", "noor", TimeSpan.FromSeconds(30));
        asked.Note("duinrand", "bram", TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(30), asked.Left("duinrand"));
        Assert.Equal(TimeSpan.Zero, asked.Left("windhoek"));
        clock.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, asked.Left("duinrand"));
        // What was long ago says nothing about now.
        asked.Note("duinrand", "hilde", TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, asked.Left("duinrand"));
    }

    [Fact]
    public void A_wait_that_makes_no_sense_ends_after_five_minutes()
    {
        var asked = new AskedToWait(clock);
        asked.Note("duinrand", "noor", TimeSpan.FromDays(400));
        asked.Note("duinrand", "bram", TimeSpan.FromDays(400));
        Assert.Equal(TimeSpan.FromMinutes(5), asked.Left("duinrand"));
    }
}
