using System.Net;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Room;

/// <summary>A flood is slowed down per door and per person, calmly, and a workplace behind one address does not notice.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_door_may_begin_six_hundred_times_and_another_door_does_not_notice()
    {
        using var limits = new RoomLimits();
        Assert.All(Enumerable.Range(0, RoomLimits.MostBegins), _ => Assert.True(limits.MayBegin("one")));
        Assert.False(limits.MayBegin("one"));
        Assert.True(limits.MayBegin("other"));
    }

    [Fact]
    public void Only_wrong_tickets_count()
    {
        using var limits = new RoomLimits();
        for (var wrong = 0; wrong < RoomLimits.MostWrongTickets; wrong++)
        {
            Assert.True(limits.MayShowTicket("one"));
            limits.TicketWasWrong("one");
        }

        Assert.False(limits.MayShowTicket("one"));
        Assert.True(limits.MayShowTicket("other"));
    }

    [Fact]
    public async Task Too_many_wrong_tickets_are_answered_with_a_calm_page_and_a_number_to_call()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.PostAsync([new("act", "ticket"), new("ticket", "x")]);
        Assert.Equal(HttpStatusCode.Gone, visitor.Page.Status);
        while (visitor.Page.Status == HttpStatusCode.Gone)
            await visitor.PostAsync([new("act", "ticket"), new("ticket", "x")]);
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Page.Status);
        Assert.Contains("088 000 00 00", visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_three_talks_reads_so_at_the_first_answer_of_a_fourth()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        for (var talk = 0; talk < 3; talk++)
        {
            using var books = await EnterAsync(bot);
            await books.GoToAsync("NoteCode", time: talk * 8);
            Assert.NotNull(books.Page.Code);
        }

        using var fourth = await EnterAsync(bot);
        await fourth.AnswerAsync("talk");
        await fourth.AnswerAsync("ThinkAlong");
        Assert.Equal("What", fourth.Page.Step);
        Assert.Contains("Je hebt al een paar gesprekken staan", fourth.Page.Text, StringComparison.Ordinal);
        Assert.Contains("088 000 00 00", fourth.Page.Text, StringComparison.Ordinal);
    }

    private static async Task<RoomVisitor> EnterAsync(BotInside bot)
    {
        var dialog = await bot.TicketAsync(new Admission("duinrand", "someone", null, "nl", "default"));
        var visitor = new RoomVisitor(bot.Address);
        await visitor.EnterAsync(dialog);
        return visitor;
    }
}
