using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments;

/// <summary>Who must not know goes along with a request as long as it lives, whatever happens to it and to the settings.</summary>
public sealed class CircleTravelsTests
{
    [Fact]
    public async Task A_request_goes_on_to_whom_the_employee_agreed_to()
    {
        using var house = new House();
        await BookAsync(house);
        await house.ChangeAsync((db, row) => house.Changes.PassOnAsync(db, row, Template.Duinrand, AppointmentState.NeedsChoice));
        Assert.Equal("amir", (await RowAsync(house)).Advisor);
    }

    [Fact]
    public async Task A_request_is_not_passed_on_to_somebody_who_came_to_stand_too_close_meanwhile()
    {
        using var house = new House();
        await BookAsync(house);
        var changed = Template.Duinrand with { People = [.. Template.Duinrand.People.Select(person => person with { CloseTo = ["marijke", "amir"] })] };
        await house.ChangeAsync((db, row) => house.Changes.PassOnAsync(db, row, changed, AppointmentState.NeedsChoice));
        var row = await RowAsync(house);
        Assert.Equal((AppointmentState.NeedsChoice, "sanne"), (row.State, row.Advisor));
    }

    [Fact]
    public async Task A_request_is_not_passed_on_to_somebody_who_is_there_for_the_other_side_by_now()
    {
        using var house = new House();
        await BookAsync(house);
        var changed = Template.Duinrand with { ForAccused = ["joris", "amir"] };
        await house.ChangeAsync((db, row) => house.Changes.PassOnAsync(db, row, changed, AppointmentState.NeedsChoice));
        Assert.Equal(AppointmentState.NeedsChoice, (await RowAsync(house)).State);
    }

    [Fact]
    public async Task A_request_that_has_not_left_yet_does_not_reach_an_advisor_who_changed_sides()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using (var before = await BotInside.StartAsync(database: database, listen: true))
        {
            before.Chats.Answer = () => new VpBot.Cards.Sending.Later(TimeSpan.Zero);
            using var visitor = new RoomVisitor(before.Address);
            await visitor.BeginAsync();
            await visitor.GoToAsync("NoteCode");
        }

        var sent = 0;
        await using var after = await BotInside.StartAsync(database: database, settings: new() { ["Employers:duinrand:ForAccused:1"] = "sanne" });
        after.Chats.Meanwhile = () => Task.FromResult(sent++);
        after.Clock.Pass(TimeSpan.FromMinutes(30));
        await after.StartOutboxAsync();
        await BotInside.UntilAsync("the request lies with nobody", async () =>
        {
            await using var db = after.Open();
            return (await db.Set<AppointmentRow>().SingleAsync()).State == AppointmentState.Undelivered;
        });
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task Who_was_excluded_lies_sealed_with_the_request_and_is_forgotten_when_it_is_called_off()
    {
        using var house = new House();
        await BookAsync(house);
        var row = await RowAsync(house);
        Assert.Equal(["people/director"], house.Book.HandoffOf(row)!.Circle!.MustNotKnow);
        Assert.Empty(CanarySearch.Find(row.Sealed, "people/director"));
        Assert.DoesNotContain(house.Book.HandoffOf(row)!.Lines, line => line.Text.Reveal().Contains("directeur", StringComparison.Ordinal));
        await house.ChangeAsync((db, booked) => house.Changes.CancelAsync(db, booked));
        Assert.Null(house.Book.HandoffOf(await RowAsync(house))!.Circle);
    }

    [Fact]
    public async Task A_consultation_hour_of_an_advisor_for_accused_people_is_offered_to_nobody()
    {
        using var house = new House();
        var talker = await new Talker(house, Template.Duinrand, Tongue.Dutch).ComeInAsync();
        Assert.Contains("sanne", await HoursAsync(talker));
        var other = await new Talker(house, Template.Duinrand with { ForAccused = ["joris", "sanne"] }, Tongue.Dutch).ComeInAsync();
        Assert.DoesNotContain("sanne", await HoursAsync(other));
    }

    private static async Task<IEnumerable<string>> HoursAsync(Talker talker) =>
        PromptScript.Options((await talker.GoToAsync("consultation")).View.Prompt).Select(option => option.Value.Split('/')[0]);

    /// <summary>With Sanne, at a time at which Amir is free as well; somebody else of the choice may take over.</summary>
    private static async Task BookAsync(House house)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Dutch).ComeInAsync();
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot", "people/director", "sanne", "Phone", "");
        var times = Assert.IsType<Prompt.PickTime>(talker.View.Prompt).Days.SelectMany(day => day.Times).Select(time => time.Value).ToList();
        await talker.SayAsync(times.First(time => IsTuesdayAtNoon(time)));
        await talker.SayEachAsync("Robin", "Others", "yes", "noted");
    }

    private static bool IsTuesdayAtNoon(string time)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(time.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture));
        return start is { DayOfWeek: DayOfWeek.Tuesday, Hour: >= 9 and < 11 };
    }

    private static async Task<AppointmentRow> RowAsync(House house)
    {
        await using var db = house.CreateDbContext();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync();
    }
}
