using System.Net;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Room;

/// <summary>Who comes in, who does not, and how long a room stays open.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private BotInside bot = null!;
    private RoomVisitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await BotInside.StartAsync(listen: true);
        visitor = new RoomVisitor(bot.Address);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_used_a_late_and_an_unknown_ticket_get_the_same_page()
    {
        var (used, late) = (await IssueAsync(), await IssueAsync());
        Assert.Equal("What", (await visitor.EnterAsync(used)).Step);
        var usedPage = await visitor.EnterAsync(used);
        bot.Clock.Pass(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        var latePage = await visitor.EnterAsync(late);
        var unknownPage = await visitor.EnterAsync(new Uri($"http://127.0.0.1:1/room#{new string('a', 43)}"));
        var nonsensePage = await visitor.EnterAsync(new Uri("http://127.0.0.1:1/room#nonsense"));
        Assert.Equal(HttpStatusCode.Gone, usedPage.Status);
        Assert.Equal("Deze deur is weer dicht", usedPage.Title);
        Assert.All([latePage, unknownPage, nonsensePage], page => Assert.Equal(usedPage, page));
    }

    [Fact]
    public async Task A_ticket_opens_until_its_last_second()
    {
        var ticket = await IssueAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await visitor.EnterAsync(ticket)).Status);
    }

    [Fact]
    public async Task A_ticket_pressed_ten_times_at_once_opens_one_room()
    {
        var ticket = await IssueAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var one = new RoomVisitor(bot.Address);
            return await one.EnterAsync(ticket);
        }));
        Assert.Single(pages, page => page.Status == HttpStatusCode.OK);
        await using var db = bot.Open();
        Assert.Equal(1, await db.Set<SessionRow>().CountAsync());
    }

    [Fact]
    public async Task A_ticket_of_one_employer_does_not_open_another_employers_room()
    {
        var ticket = await IssueAsync("windhoek");
        await visitor.PostAsync([new("act", "ticket"), new("ticket", ticket.Fragment.TrimStart('#')), new("employer", "duinrand")]);
        await visitor.GoToAsync("MustNotKnow");
        // Windhoek has one advisor, Duinrand three: the room is Windhoek's, whatever the form says.
        Assert.Equal(["amir"], visitor.Page.Values);

        var moved = await IssueAsync("windhoek");
        await using (var db = bot.Open())
            await db.Set<TicketRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Employer, "duinrand"));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.EnterAsync(moved)).Status);
    }

    [Fact]
    public async Task A_room_that_was_silent_for_too_long_is_empty_and_gives_its_time_back()
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync("Consent");
        bot.Clock.Pass(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        var page = await visitor.AnswerAsync("yes");
        Assert.Equal((HttpStatusCode.Gone, "Deze kamer is leeg"), (page.Status, page.Title));
        await bot.ForgetAsync();
        await using var db = bot.Open();
        Assert.Equal((0, 0, 0), (await db.Set<SessionRow>().CountAsync(), await db.Set<TimeCellRow>().CountAsync(), await db.Set<AppointmentRow>().CountAsync()));
    }

    [Fact]
    public async Task Every_turn_begins_the_half_hour_anew()
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync("About");
        for (var turn = 0; turn < 3; turn++)
        {
            bot.Clock.Pass(TimeSpan.FromMinutes(29));
            Assert.Equal("About", (await visitor.ActAsync("look")).Step);
        }
    }

    [Fact]
    public async Task A_draft_of_another_version_is_told_so_and_started_again()
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync("How");
        await using (var db = bot.Open())
        {
            var row = await db.Set<SessionRow>().SingleAsync();
            var sealing = bot.Get<Sealing>();
            var state = sealing.Open(row.Employer, SealedKind.Session, row.Sealed, RoomJson.Default.SessionState)!;
            row.Sealed = sealing.Seal(row.Employer, SealedKind.Session, state with { Version = "For Then Now" }, RoomJson.Default.SessionState);
            await db.SaveChangesAsync();
        }

        var page = await visitor.AnswerAsync("Phone");
        Assert.Equal((HttpStatusCode.OK, "For"), (page.Status, page.Step));
        Assert.Contains(Tongue.Dutch.Words<RoomPhrases>().OutdatedText, page.Text, StringComparison.Ordinal);
        Assert.Equal("Consent", (await visitor.GoToAsync("Consent")).Step);
    }

    [Fact]
    public async Task Too_many_wrong_codes_read_like_a_wrong_one_and_the_right_one_still_opens_from_another_door()
    {
        await visitor.BeginAsync();
        var code = (await visitor.GoToAsync("NoteCode")).Code!;
        await visitor.BeginAsync();
        await visitor.AnswerAsync("appointment");
        var wrong = await TryAsync(visitor.Page.Session, ReturnCode.New(), "one");
        for (var guess = 0; guess < 25; guess++)
            Assert.Equal(wrong, await TryAsync(visitor.Page.Session, ReturnCode.New(), "one"));
        Assert.Equal(wrong, await TryAsync(visitor.Page.Session, code, "one"));
        Assert.NotEqual(wrong, await TryAsync(visitor.Page.Session, code, "another"));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("small {0}")]
    [InlineData("bare {0}")]
    [InlineData("spaced {0}")]
    public async Task A_code_is_read_as_people_type_it(string how)
    {
        await visitor.BeginAsync();
        var code = (await visitor.GoToAsync("NoteCode")).Code!;
        var typed = how.Split(' ')[0] switch
        {
            "small" => code.ToLowerInvariant(),
            "bare" => code.Replace("-", "", StringComparison.Ordinal),
            "spaced" => code.Replace("-", " - ", StringComparison.Ordinal).ToLowerInvariant(),
            _ => how.Replace("{0}", code, StringComparison.Ordinal),
        };
        await visitor.BeginAsync();
        await visitor.AnswerAsync("appointment");
        Assert.Equal("Status", (await visitor.AnswerAsync(typed)).Step);
    }

    [Fact]
    public void A_code_has_twelve_of_thirty_two_characters_that_do_not_look_alike()
    {
        var codes = Enumerable.Range(0, 2_000).Select(_ => ReturnCode.New()).ToList();
        Assert.All(codes, code => Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", code));
        Assert.Equal(32, codes.SelectMany(code => code).Where(c => c != '-').Distinct().Count());
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(["", "ABCD-EFGH", "OOOO-0000-1111", "IIII-2222-3333", "2222-3333-44445", "2222_3333_4444", "２２２２-3333-4444"], typed => Assert.Null(ReturnCode.Read(typed)));
    }

    private async Task<Uri> IssueAsync(string employer = "duinrand")
    {
        var address = await bot.TicketAsync(new Admission(employer, "pseudonym", null, "nl", "default"));
        return address;
    }

    /// <summary>What the page would say to this code from this door: its step and its sentence.</summary>
    private async Task<(string Step, string? Sentence)> TryAsync(string session, string code, string door)
    {
        var form = new RoomForm("answer", session, "appointment", "Code", [code], "", "", "nl");
        var shown = Assert.IsType<TurnResult.Shown>(await bot.Get<RoomTurns>().HandleAsync(form, door, CancellationToken.None));
        return (shown.View.Step, shown.View.Sentence);
    }
}
