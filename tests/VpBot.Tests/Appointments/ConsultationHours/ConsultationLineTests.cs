using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.ConsultationHours;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.ConsultationHours;

/// <summary>A line without names: joining, waiting, being called, leaving, and being forgotten.</summary>
public sealed class ConsultationLineTests
{
    private static readonly ConsultationHoursPhrases Words = Tongue.Dutch.Words<ConsultationHoursPhrases>();
    private static readonly DeskHourPhrases DeskWords = Tongue.Dutch.Words<DeskHourPhrases>();

    [Fact]
    public async Task Whoever_waits_sees_how_many_come_first_and_about_what_time_it_will_be()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (first, _) = await line.JoinAsync();
        var (second, _) = await line.JoinAsync();
        var (third, _) = await line.JoinAsync();

        Assert.Equal(Words.Place(Standing.First), first.Page.Title);
        AssertLine(first.Page, Words.NumberLabel, "1");
        AssertLine(first.Page, Words.AboutLabel, "11:00");
        Assert.Equal(Words.Place(Standing.Waiting), third.Page.Title);
        AssertLine(third.Page, Words.BeforeLabel, "2");
        AssertLine(third.Page, Words.AboutLabel, "11:30");
        Assert.DoesNotContain("088 000 00 01", third.Page.Text, StringComparison.Ordinal);

        bot.Clock.Pass(TimeSpan.FromMinutes(20));
        foreach (var visitor in new[] { first, second, third })
            await visitor.AnswerAsync("refresh");
        bot.Clock.Pass(TimeSpan.FromMinutes(11));
        var desk = await line.DeskHourAsync();
        await Line.PressAsync(desk, "next");

        Assert.Equal(Words.Place(Standing.Turn), (await first.AnswerAsync("refresh")).Title);
        Assert.Contains("088 000 00 01", first.Page.Text, StringComparison.Ordinal);
        Assert.Equal(Words.Place(Standing.Next), (await second.AnswerAsync("refresh")).Title);
        AssertLine(second.Page, Words.AboutLabel, "11:16");
        AssertLine((await third.AnswerAsync("refresh")), Words.AboutLabel, "11:31");
    }

    [Fact]
    public async Task Who_leaves_with_one_press_is_out_and_the_others_move_up()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (first, code) = await line.JoinAsync();
        var (second, _) = await line.JoinAsync();
        AssertLine(second.Page, Words.AboutLabel, "11:15");

        Assert.Equal(Words.Place(Standing.Left), (await first.AnswerAsync("leave")).Title);

        Assert.Equal(Words.Place(Standing.First), (await second.AnswerAsync("refresh")).Title);
        AssertLine(second.Page, Words.NumberLabel, "2");
        AssertLine(second.Page, Words.AboutLabel, "11:00");
        Assert.Contains(Words.CodeNotRight, (await line.BackWithAsync(code)).Page.Text, StringComparison.Ordinal);
        var (third, _) = await line.JoinAsync();
        AssertLine(third.Page, Words.NumberLabel, "3");
        Assert.Equal("1:Left 2:Waiting 3:Waiting", await line.StatesAsync());
    }

    [Fact]
    public async Task A_full_line_is_shown_and_cannot_be_chosen_until_somebody_leaves()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var people = new List<RoomVisitor>();
        for (var person = 0; person < 4; person++)
            people.Add((await line.JoinAsync()).Visitor);

        var late = await line.AtTheHoursAsync();
        var full = late.Page.Values.First(value => value.StartsWith("sanne/", StringComparison.Ordinal));
        Assert.Matches($"value=\"{full}\"[^>]*disabled", late.Page.Html);
        Assert.Contains(Words.FreeNone, late.Page.Text, StringComparison.Ordinal);
        Assert.Contains(Words.Full, (await late.AnswerAsync(full)).Text, StringComparison.Ordinal);
        Assert.Equal("Hour", late.Page.Step);

        await people[2].AnswerAsync("leave");
        Assert.Equal("Know", (await late.AnswerAsync(full)).Step);
    }

    [Fact]
    public async Task The_advisor_calls_one_number_after_another_and_nobody_there_calls_the_next()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (first, _) = await line.JoinAsync();
        var (second, _) = await line.JoinAsync();
        await line.JoinAsync();
        var desk = await line.DeskHourAsync();
        Assert.DoesNotContain(desk.Page.Values, value => value.StartsWith("next/", StringComparison.Ordinal));
        Assert.Contains(DeskWords.CallFrom("11:00"), desk.Page.Text, StringComparison.Ordinal);

        bot.Clock.Pass(TimeSpan.FromMinutes(30));
        await desk.AnswerAsync("refresh");
        await Line.PressAsync(desk, "next");
        Assert.Equal("1:Called 2:Waiting 3:Waiting", await line.StatesAsync());
        await Line.PressAsync(desk, "not-there");
        Assert.Equal("1:NotThere 2:Called 3:Waiting", await line.StatesAsync());
        Assert.Equal(Words.Place(Standing.NotThere), (await first.AnswerAsync("refresh")).Title);
        await Line.PressAsync(desk, "next");
        Assert.Equal(Words.Place(Standing.Done), (await second.AnswerAsync("refresh")).Title);
        await Line.PressAsync(desk, "finished");
        Assert.Equal("1:NotThere 2:Done 3:Done", await line.StatesAsync());
        Assert.Contains(DeskWords.Nobody, desk.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_an_old_page_calls_nobody()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        for (var person = 0; person < 3; person++)
            await line.JoinAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(31));
        var desk = await line.DeskHourAsync();
        var before = desk.Page;
        await Line.PressAsync(desk, "next");
        var called = desk.Page;
        var old = before.Values.Single(value => value.StartsWith("next/", StringComparison.Ordinal));

        var again = await desk.AnswerAsync(before, old);
        Assert.Equal("1:Called 2:Waiting 3:Waiting", await line.StatesAsync());
        Assert.DoesNotContain(DeskWords.Changed, again.Text, StringComparison.Ordinal);
        await Line.PressAsync(desk, "next");
        await desk.AnswerAsync(before, old);
        Assert.Contains(DeskWords.Changed, desk.Page.Text, StringComparison.Ordinal);
        await desk.AnswerAsync(called, called.Values.Single(value => value.StartsWith("not-there/", StringComparison.Ordinal)));
        Assert.Equal("1:Done 2:Called 3:Waiting", await line.StatesAsync());
    }

    [Fact]
    public async Task An_advisor_sees_their_own_line_and_nobody_elses()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        await line.JoinAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(31));
        var sanne = await line.DeskHourAsync();
        var press = sanne.Page.Values.Single(value => value.StartsWith("next/", StringComparison.Ordinal));
        var marijke = await line.DeskHourAsync("marijke");

        Assert.Contains(DeskWords.Nobody, marijke.Page.Text, StringComparison.Ordinal);
        Assert.Contains(DeskWords.Changed, (await marijke.AnswerAsync(press)).Text, StringComparison.Ordinal);
        Assert.Equal("1:Waiting", await line.StatesAsync());
        // Amir holds no consultation hour: his desk has no way in, and a press for it leads nowhere.
        var amir = await line.DeskAsync("amir");
        Assert.DoesNotContain(DeskHour.GoalName, amir.Page.Values);
        Assert.Equal("desk", (await amir.AnswerAsync(DeskHour.GoalName)).Hidden["goal"]);
    }

    [Fact]
    public async Task Nobody_goes_from_the_room_to_the_desk_or_from_the_desk_to_the_room()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (visitor, _) = await line.JoinAsync();
        foreach (var goal in new[] { "desk", "desk-hour" })
        {
            await visitor.PostAsync([new("session", visitor.Page.Session), new("act", "answer"), new("goal", goal), new("step", "Line"), new("answer", "refresh")]);
            Assert.Equal("consultation", visitor.Page.Hidden["goal"]);
        }

        var desk = await line.DeskHourAsync();
        await desk.ActAsync("back");
        Assert.Equal("desk", desk.Page.Hidden["goal"]);
    }

    [Fact]
    public async Task One_can_join_until_the_last_turn_begins()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        bot.Clock.Pass(TimeSpan.FromMinutes(74));
        var (visitor, _) = await line.JoinAsync();
        Assert.Equal(Words.Place(Standing.Next), visitor.Page.Title);
        Assert.Contains("13 januari om 11:00", (await line.AtTheHoursAsync()).Page.Text, StringComparison.Ordinal);

        var slow = await line.AtTheHoursAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("13 januari om 11:00", (await line.AtTheHoursAsync()).Page.Text, StringComparison.Ordinal);
        Assert.Equal("Hour", (await slow.AnswerAsync(slow.Page.Values[0])).Step);
        bot.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(Words.Place(Standing.TooLate), (await visitor.AnswerAsync("refresh")).Title);
    }

    [Fact]
    public async Task A_line_belongs_to_the_advisor_whatever_the_employer_and_a_code_opens_it_only_where_the_advisor_serves()
    {
        await using var bot = await Line.BeforeTheHourAsync(new()
        {
            ["Employers:zeezicht:Name"] = "Zeezicht",
            ["Employers:zeezicht:TenantId"] = "50000000-0000-4000-8000-000000000005",
            ["Employers:zeezicht:ExternalAdvisors:0"] = "sanne",
        });
        using var line = new Line(bot);
        var (_, code) = await line.JoinAsync();

        var other = await line.AtTheHoursAsync("zeezicht");
        AssertLine(other.Page, Words.FreeLabel, "3");
        Assert.Equal("Place", (await line.BackWithAsync(code, "zeezicht")).Page.Step);
        var windhoek = line.NewVisitor();
        await windhoek.BeginAsync("windhoek");
        Assert.DoesNotContain("consultation", windhoek.Page.Values);
    }

    [Fact]
    public async Task Nothing_of_a_person_or_an_employer_lies_in_the_line()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (_, code) = await line.JoinAsync();
        var dialog = await bot.TicketAsync(new Admission("duinrand", "pseudonym-kanarie", null, "nl", "default"));

        var fromTeams = line.NewVisitor();
        await fromTeams.EnterAsync(dialog);
        await fromTeams.AnswerAsync("consultation");
        await fromTeams.AnswerAsync("code:");
        await fromTeams.AnswerAsync("Kanarie Kwikstaart");
        await fromTeams.ActAsync("back");
        await fromTeams.AnswerAsync(fromTeams.Page.Values.First(value => value.StartsWith("sanne/", StringComparison.Ordinal)));
        await fromTeams.AnswerAsync("go");
        await fromTeams.AnswerAsync("yes");
        Assert.NotNull(fromTeams.Page.Code);

        await using var rows = bot.Open();
        var all = await rows.Set<ConsultationPlaceRow>().AsNoTracking().ToListAsync();
        Assert.Equal(2, all.Count);
        Assert.Equal(
            ["Advisor", "CalledAt", "CodeHash", "ForgetAt", "Number", "StartsAt", "State"],
            rows.Model.FindEntityType(typeof(ConsultationPlaceRow))!.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.All(all, row => Assert.Equal(("sanne", PlaceState.Waiting, 16), (row.Advisor, row.State, row.CodeHash!.Length)));
        // Nothing leaves: no card for the advisor, no message to anyone's tenant.
        Assert.Empty(await rows.Set<OutboxRow>().ToListAsync());
        foreach (var (name, bytes) in new DataFile(bot.Folder).Files())
            foreach (var canary in new[] { "Kwikstaart", "pseudonym-kanarie", code, fromTeams.Page.Code })
                Assert.True(CanarySearch.Find(bytes, canary!).Count == 0, $"{canary} can be read in {name}.");
    }

    [Fact]
    public async Task Calling_and_leaving_send_nothing_to_anyone()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var sent = 0;
        bot.Chats.Meanwhile = () => Task.FromResult(Interlocked.Increment(ref sent));
        await bot.StartOutboxAsync();
        var (first, _) = await line.JoinAsync();
        await line.JoinAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(20));
        await first.AnswerAsync("refresh");
        bot.Clock.Pass(TimeSpan.FromMinutes(11));
        var desk = await line.DeskHourAsync();
        await Line.PressAsync(desk, "next");
        await first.AnswerAsync("leave");
        await desk.AnswerAsync("refresh");
        await Line.PressAsync(desk, "next");
        await Line.PressAsync(desk, "not-there");

        Assert.Equal("1:Left 2:NotThere", await line.StatesAsync());
        Assert.Equal(0, sent);
        await using var db = bot.Open();
        Assert.Empty(await db.Set<OutboxRow>().ToListAsync());
    }

    [Fact]
    public async Task At_the_end_of_the_day_every_row_and_every_byte_of_the_line_is_gone()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (_, code) = await line.JoinAsync();
        byte[] hash;
        await using (var db = bot.Open())
            hash = (await db.Set<ConsultationPlaceRow>().AsNoTracking().SingleAsync()).CodeHash!;
        Assert.True(IsThere(bot, hash));

        // Wednesday 23:59 in Amsterdam, and midnight.
        bot.Clock.Pass(TimeSpan.FromMinutes((13 * 60) + 29));
        await bot.ForgetAsync();
        Assert.Equal("1:Waiting", await line.StatesAsync());
        bot.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains(Words.CodeNotRight, (await line.BackWithAsync(code)).Page.Text, StringComparison.Ordinal);
        await bot.ForgetAsync();
        Assert.Equal("", await line.StatesAsync());
        Assert.False(IsThere(bot, hash), "The hash of a forgotten code can still be found in the file.");
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        string code;
        using (var line = new Line(bot))
        {
            await line.JoinAsync();
            code = (await line.JoinAsync()).Code;
            bot.Clock.Pass(TimeSpan.FromMinutes(31));
            await Line.PressAsync(await line.DeskHourAsync(), "next");
        }

        await bot.App.StopAsync();
        await using var again = await BotInside.StartAsync(database: bot.Data, clock: bot.Clock, listen: true);
        using var after = new Line(again);
        Assert.Equal("1:Called 2:Waiting", await after.StatesAsync());
        Assert.Equal(Words.Place(Standing.Next), (await after.BackWithAsync(code)).Page.Title);
        await Line.PressAsync(await after.DeskHourAsync(), "next");
        Assert.Equal("1:Done 2:Called", await after.StatesAsync());
    }

    [Fact]
    public async Task An_hour_that_is_called_off_is_told_to_whoever_waits()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        string code;
        using (var line = new Line(bot))
            code = (await line.JoinAsync()).Code;

        await bot.App.StopAsync();
        var absent = new Dictionary<string, string?> { ["Provider:Advisors:sanne:Calendar:Exceptions:5:Date"] = "2027-01-13" };
        await using var again = await BotInside.StartAsync(database: bot.Data, clock: bot.Clock, settings: absent, listen: true);
        using var after = new Line(again);
        Assert.Equal(Words.Place(Standing.Off), (await after.BackWithAsync(code)).Page.Title);
    }

    [Fact]
    public async Task Guessing_a_code_is_slowed_down_with_the_brake_of_appointments()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        var (_, code) = await line.JoinAsync();
        var guesser = await line.AtTheHoursAsync();
        await guesser.AnswerAsync("code:");
        for (var guess = 0; guess < 20; guess++)
            await guesser.AnswerAsync("2222-2222-2222");
        Assert.Contains(Words.CodeNotRight, (await guesser.AnswerAsync(code)).Text, StringComparison.Ordinal);
    }

    private static void AssertLine(RoomPageSeen page, string label, string text) =>
        Assert.Matches($"<dt>{label}</dt>\\s*<dd>{text}</dd>", page.Html);

    private static bool IsThere(BotInside bot, byte[] piece) =>
        new DataFile(bot.Folder).Files().Any(file => file.Bytes.AsSpan().IndexOf(piece) >= 0);
}
