using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Employers;

/// <summary>Each example works as it is: from its front door to an appointment.</summary>
public sealed class ExampleTests(ExampleTests.Examples examples) : IClassFixture<ExampleTests.Examples>
{
    public sealed class Examples : IAsyncLifetime
    {
        internal BotInside Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Bot = await BotInside.StartAsync(settings: new() { ["EmployerFolder:Path"] = EmployerFolder.Examples }, listen: true);

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    private BotInside Bot => examples.Bot;

    [Theory]
    [InlineData("external-only", "sanne", "nl")]
    [InlineData("internal-only", "teun", "nl")]
    [InlineData("both-sides", "imke", "nl")]
    [InlineData("both-sides", "sanne", "nl")]
    [InlineData("several-languages", "ewa", "en")]
    [InlineData("several-languages", "gijs", "nl")]
    public async Task An_example_leads_from_its_front_door_to_an_appointment(string key, string advisor, string tongue)
    {
        var employer = Bot.Get<EmployerDirectory>().ByKey(key)!;
        Assert.Contains($"/open/{key}", Encoding.UTF8.GetString(Bot.Get<CatalogueBook>().Page(employer, CatalogueCard.FrontDoor).Span), StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = Bot.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/open/{key}")).StatusCode);
        Assert.Contains(key, await http.GetStringAsync($"/kit/{key}"), StringComparison.Ordinal);

        using var visitor = new RoomVisitor(Bot.Address);
        await visitor.BeginAsync(key, tongue);
        await visitor.GoToAsync("NoteCode", advisor, called: $"{key} {advisor}");
        await visitor.AnswerAsync("noted");

        await using var db = Bot.Open();
        Assert.True(await db.Set<AppointmentRow>().AnyAsync(row => row.Employer == key && row.Advisor == advisor));
    }

    [Fact]
    public void Every_example_is_walked_by_a_test() =>
        Assert.Equal(
            ["both-sides", "external-only", "internal-only", "several-languages"],
            System.IO.Directory.EnumerateFiles(EmployerFolder.Examples).Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void The_examples_are_what_their_names_say()
    {
        var directory = Bot.Get<EmployerDirectory>();
        Assert.All(directory.ByKey("external-only")!.Advisors, advisor => Assert.Equal(Side.External, advisor.Side));
        Assert.All(directory.ByKey("internal-only")!.Advisors, advisor => Assert.Equal(Side.Internal, advisor.Side));
        Assert.Equal(2, directory.ByKey("both-sides")!.Advisors.Select(advisor => advisor.Side).Distinct().Count());
        Assert.True(directory.ByKey("several-languages")!.Advisors.SelectMany(advisor => advisor.Languages).Distinct().Count() > 1);
    }
}
