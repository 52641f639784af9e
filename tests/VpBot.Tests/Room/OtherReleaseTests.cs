using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Tests.Appointments.ConsultationHours;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Room;

/// <summary>What becomes of a conversation that another release of the program began: before a deployment, or beside it.</summary>
public sealed class OtherReleaseTests : IAsyncLifetime
{
    private static readonly string Told = Tongue.Dutch.Words<RoomPhrases>().OutdatedText;

    private BotInside bot = null!;
    private RoomVisitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await Line.BeforeTheHourAsync();
        visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Steps_in_another_order_cost_nobody_an_answer()
    {
        await visitor.GoToAsync("When");
        await ChangeAsync(state => state with { Version = string.Join(' ', state.Version.Split(' ').Reverse()) });
        Assert.Equal("CalledAs", (await visitor.AnswerAsync(visitor.Page.Values[0])).Step);
        Assert.DoesNotContain(Told, visitor.Page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("look")]
    [InlineData("tongue")]
    public async Task A_time_that_was_held_is_let_go_when_the_steps_changed_and_can_be_chosen_again(string act)
    {
        await visitor.GoToAsync("When");
        var time = visitor.Page.Values[0];
        await visitor.AnswerAsync(time);
        Assert.NotEqual(0, await HeldAsync());
        await BeginOtherStepsAsync();

        await visitor.ActAsync(act, answer: act == "tongue" ? "nl" : "Robin");
        Assert.Equal((HttpStatusCode.OK, "For"), (visitor.Page.Status, visitor.Page.Step));
        Assert.Contains(Told, visitor.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await HeldAsync());
        Assert.Equal(time, (await visitor.GoToAsync("When")).Values[0]);
        Assert.DoesNotContain(Told, visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_noted_the_return_code_yet_still_sees_it_when_the_steps_changed()
    {
        var code = (await visitor.GoToAsync("NoteCode")).Code;
        await BeginOtherStepsAsync();
        Assert.Equal(("NoteCode", code), ((await visitor.ActAsync("look")).Step, visitor.Page.Code));
        await BeginOtherStepsAsync();
        Assert.Equal("Status", (await visitor.AnswerAsync("noted")).Step);
        Assert.DoesNotContain(Told, visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_place_in_a_line_keeps_its_code_and_the_place_when_the_steps_changed()
    {
        using var line = new Line(bot);
        var someone = await line.AtConsentAsync();
        var code = (await someone.AnswerAsync("yes")).Code;
        Assert.NotNull(code);
        await BeginOtherStepsAsync();
        Assert.Equal(code, (await someone.ActAsync("look")).Code);
        await BeginOtherStepsAsync();
        Assert.Equal("Place", (await someone.AnswerAsync("go")).Step);
        await BeginOtherStepsAsync();
        Assert.Equal("Place", (await someone.AnswerAsync("refresh")).Step);
        Assert.DoesNotContain(Told, someone.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_came_for_something_that_this_release_does_not_have_begins_in_the_hall_and_is_told_why()
    {
        await visitor.GoToAsync("About");
        await ChangeAsync(state => state with { Goal = "of-a-later-release" });
        Assert.Equal((HttpStatusCode.OK, "What"), ((await visitor.AnswerAsync("RatherNot")).Status, visitor.Page.Step));
        Assert.Contains(Told, visitor.Page.Text, StringComparison.Ordinal);
        Assert.Equal("NoteCode", (await visitor.GoToAsync("NoteCode")).Step);
    }

    [Fact]
    public async Task Whoever_came_for_something_that_this_release_does_not_have_can_leave()
    {
        await visitor.GoToAsync("About");
        await ChangeAsync(state => state with { Goal = "of-a-later-release" });
        Assert.Equal(HttpStatusCode.OK, (await visitor.ActAsync("leave")).Status);
        await using var db = bot.Open();
        Assert.False(await db.Set<SessionRow>().AnyAsync());
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("look")]
    [InlineData("leave")]
    [InlineData("file")]
    public async Task A_draft_that_this_release_cannot_read_ends_in_no_error(string act)
    {
        await visitor.GoToAsync("CalledAs");
        await ChangeAsync(state => state with { Version = "For Then Now", Draft = Encoding.UTF8.GetBytes("""{"Id":{"Of":"a later release"}}""") });
        var page = await visitor.ActAsync(act, answer: "Robin");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        if (act != "leave")
            Assert.Contains(Told, page.Text, StringComparison.Ordinal);
    }

    private Task BeginOtherStepsAsync() => ChangeAsync(state => state with { Version = "For Then Now" });

    /// <summary>Every session is as another release left it.</summary>
    private async Task ChangeAsync(Func<SessionState, SessionState> change)
    {
        await using var db = bot.Open();
        foreach (var session in await db.Set<SessionRow>().ToListAsync())
        {
            var sealing = bot.Get<Sealing>();
            var state = sealing.Open(session.Employer, SealedKind.Session, session.Sealed, RoomJson.Default.SessionState)!;
            session.Sealed = sealing.Seal(session.Employer, SealedKind.Session, change(state), RoomJson.Default.SessionState);
        }

        await db.SaveChangesAsync();
    }

    private async Task<int> HeldAsync()
    {
        await using var db = bot.Open();
        return await db.Set<TimeCellRow>().CountAsync(cell => cell.HeldUntil != null);
    }
}
