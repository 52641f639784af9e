using System.Globalization;
using System.Text.Json.Nodes;
using VpBot.Aftercare.Nudges;
using VpBot.Language;
using VpBot.Teams;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Aftercare;

/// <summary>When a nudge comes, and that it is always the same.</summary>
public sealed class NudgeMomentTests
{
    [Theory]
    // An ordinary day, before and after its moment; the moment itself is past.
    [InlineData("Morning", "2027-01-12T07:59:59Z", "2027-01-12T08:00:00Z")]
    [InlineData("Morning", "2027-01-12T08:00:00Z", "2027-01-13T08:00:00Z")]
    // Over a weekend.
    [InlineData("Evening", "2027-01-15T18:30:00Z", "2027-01-18T18:30:00Z")]
    // The clock goes forward on 28 March 2027, and that Monday is Easter Monday.
    [InlineData("Morning", "2027-03-26T08:00:00Z", "2027-03-30T07:00:00Z")]
    [InlineData("Noon", "2027-03-26T11:30:00Z", "2027-03-30T10:30:00Z")]
    // And back on 31 October.
    [InlineData("EndOfDay", "2027-10-29T15:00:00Z", "2027-11-01T16:00:00Z")]
    [InlineData("Morning", "2027-10-31T12:00:00Z", "2027-11-01T08:00:00Z")]
    public void The_next_moment_is_on_the_clock_of_the_next_working_day(string moment, string after, string next) =>
        Assert.Equal(Read(next), Enum.Parse<NudgeMoment>(moment).Next(Read(after)));

    [Fact]
    public void Every_moment_of_a_year_is_on_a_working_day_at_its_time()
    {
        foreach (var moment in Enum.GetValues<NudgeMoment>())
        {
            for (var at = Read("2027-01-01T00:00:00Z"); at < Read("2028-01-01T00:00:00Z"); at = at.AddHours(7))
            {
                var next = AmsterdamTime.Local(moment.Next(at));
                Assert.Equal(moment.Time(), TimeOnly.FromDateTime(next.DateTime));
                Assert.False(next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            }
        }
    }

    [Fact]
    public void The_page_shows_the_words_of_the_card_that_is_sent()
    {
        foreach (var tongue in Tongue.All)
        {
            var card = tongue.Words<FrontDoorPhrases>();
            Assert.Equal($"{card.ThereTitle}. {card.ThereText}", tongue.Words<NudgesPhrases>().CardSays);
        }
    }

    [Fact]
    public async Task Two_employees_get_the_same_bytes_and_they_are_the_published_ones()
    {
        var book = new CatalogueBook(employer => new Uri($"https://spreekkamer.example/open/{employer.Key}"));
        using var line = new RememberingLine();
        using var http = new HttpClient(line);
        using var pace = new Pace(1, TimeProvider.System);
        var chat = new EmployeeChat(new EmployerChat(new BotConnector(http, _ => Task.CompletedTask, pace, RetryPolicy.Build()), book));
        foreach (var employee in new[] { "a:1noor", "a:1bram" })
            await chat.NudgeAsync(Template.Duinrand, EmployeeChat.AddressOf(Template.Duinrand, "https://smba.trafficmanager.net/emea/", employee), default);

        Assert.Equal(2, line.Bodies.Count);
        Assert.Equal(line.Bodies[0], line.Bodies[1]);
        Assert.Equal(book.Page(Template.Duinrand, CatalogueCard.RoomThere).ToArray(), line.Bodies[0]);
        Assert.Equal("Bericht van de vertrouwenspersoon-app", (string?)JsonNode.Parse(line.Bodies[0])!["summary"]);
    }

    [Fact]
    public async Task An_address_of_another_employer_is_not_used()
    {
        using var line = new RememberingLine();
        using var http = new HttpClient(line);
        using var pace = new Pace(1, TimeProvider.System);
        var chat = new EmployeeChat(new EmployerChat(new BotConnector(http, _ => Task.CompletedTask, pace, RetryPolicy.Build()), new CatalogueBook(_ => new Uri("https://x.example"))));
        var elsewhere = EmployeeChat.AddressOf(Template.Duinrand with { Key = "windhoek" }, "https://smba.trafficmanager.net/emea/", "a:1wietske");
        Assert.IsType<VpBot.Cards.Sending.Blocked>(await chat.NudgeAsync(Template.Duinrand, elsewhere, default));
        Assert.Empty(line.Bodies);
    }

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
