using System.Net;
using VpBot.Employers;
using VpBot.Employers.Photos;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Profiles;

/// <summary>An advisor's photo: seen by employees as the advisor saw it first, and nothing of the file but the picture.</summary>
public sealed class OwnPhotoTests
{
    private const string Word = "Roerdomp51noord4oost";

    [Theory]
    [InlineData("nl", "Foto van Sanne Voorbeeld")]
    [InlineData("en", "Photo of Sanne Voorbeeld")]
    public async Task Employees_see_the_photo_as_the_advisor_saw_it_before_saving(string tongue, string words)
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync(tongue: tongue);
        await desk.AnswerAsync("Photo");
        var sure = await desk.SendFileAsync(SamplePhotos.Png());
        Assert.Equal("Sure", sure.Step);
        Assert.Empty(Pictures(await house.ProfilesAsync(tongue)));

        await desk.AnswerAsync("yes");

        var shown = Assert.Single(Pictures(await house.ProfilesAsync(tongue)));
        Assert.Contains(shown, Pictures(sure));
        Assert.Contains($"alt=\"{words}\"", shown, StringComparison.Ordinal);
        Assert.Contains("width=\"16\" height=\"12\"", shown, StringComparison.Ordinal);
        Assert.Contains($"src=\"data:image/png;base64,{Convert.ToBase64String(SamplePhotos.Png())}\"", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_replaced_and_taken_away()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        await SetAsync(desk, SamplePhotos.Png());
        await SetAsync(desk, SamplePhotos.Jpeg);
        Assert.Contains("image/jpeg", Assert.Single(Pictures(await house.ProfilesAsync())), StringComparison.Ordinal);

        await desk.AnswerAsync("Photo");
        Assert.Contains("Geen foto", desk.Page.Text, StringComparison.Ordinal);
        Assert.Empty(Pictures(await desk.AnswerAsync("")));
        await desk.AnswerAsync("yes");

        Assert.Empty(Pictures(await house.ProfilesAsync()));
        await desk.AnswerAsync("Photo");
        Assert.DoesNotContain("Geen foto", desk.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_tells_beside_the_picture_is_on_no_page_and_nowhere_in_the_database()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        foreach (var file in new[] { SamplePhotos.Png(word: Word), SamplePhotos.Told(Word) })
        {
            await desk.AnswerAsync("Photo");
            var sure = await desk.SendFileAsync(file, $"{Word}.jpg");
            await desk.AnswerAsync("yes");
            var profiles = await house.ProfilesAsync();
            await using var db = bot.Open();
            var own = bot.Get<VpBot.Profiles.OwnChoicesBook>().Open((await VpBot.Profiles.OwnChoicesBook.FindAsync(db, "sanne"))!);
            Assert.Empty(CanarySearch.Find(own!.Photo, Word));
            foreach (var page in new[] { sure, desk.Page, profiles })
            {
                Assert.Empty(CanarySearch.Find(page.Html, Word));
                Assert.All(Pictures(page), picture => Assert.Empty(CanarySearch.Find(Content(picture), Word)));
            }
        }

        Assert.Empty(CanarySearch.Find(await DatabaseBytes.OfAsync(bot.Data, Engine.Sqlite), Word));
        Assert.False(DatabaseBytes.Holds(await DatabaseBytes.OfAsync(bot.Data, Engine.Sqlite), SamplePhotos.Jpeg[^40..]));
    }

    [Theory]
    [InlineData("geen gewone JPEG of PNG", 1)]
    [InlineData("groter dan 64 kB", Photo.LargestFile + 1)]
    public async Task What_cannot_be_used_is_refused_with_a_sentence(string sentence, int length)
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        await desk.AnswerAsync("Photo");

        await desk.SendFileAsync(new byte[length]);
        Assert.Equal("Photo", desk.Page.Step);
        Assert.Contains(sentence, desk.Page.Text, StringComparison.Ordinal);

        await desk.SendFileAsync([]);
        Assert.Equal("Photo", desk.Page.Step);
        Assert.Contains("Kies eerst een foto", desk.Page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(4_000_000)]
    public async Task A_file_that_is_far_too_large_gets_a_calm_page_and_the_desk_stays_open(int length)
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        var page = await desk.AnswerAsync("Photo");

        var answer = await desk.SendFileAsync(new byte[length]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("Dit bestand is te groot", answer.Title);
        desk.GoOnFrom(page);
        Assert.Equal("Sure", (await desk.SendFileAsync(SamplePhotos.Jpeg)).Step);
    }

    [Fact]
    public async Task A_file_from_an_employee_is_not_looked_at()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        using var employee = house.Visitor(bot);
        var before = await employee.BeginAsync();
        Assert.Equal(before.Step, (await employee.SendFileAsync(SamplePhotos.Told(Word))).Step);
        Assert.Empty(CanarySearch.Find(employee.Page.Html, Word));
    }

    [Fact]
    public async Task What_an_employer_can_see_does_not_depend_on_it()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var before = bot.Get<EmployerVisible>().DocumentFor(bot.Get<EmployerDirectory>().ByKey("duinrand")!);
        await SetAsync(await house.AtSelfAsync(), SamplePhotos.Jpeg);

        Assert.Equal(before, bot.Get<EmployerVisible>().DocumentFor(bot.Get<EmployerDirectory>().ByKey("duinrand")!));
    }

    private static async Task SetAsync(RoomVisitor desk, byte[] file)
    {
        await desk.AnswerAsync("Photo");
        await desk.SendFileAsync(file);
        await desk.AnswerAsync("yes");
        Assert.Contains("Het is opgeslagen", desk.Page.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Pictures(RoomPageSeen page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page.Html, "<img src=\"data:image/(?:png|jpeg);base64[^>]*>").Select(match => match.Value)];

    private static byte[] Content(string picture)
    {
        var text = WebUtility.HtmlDecode(picture);
        var from = text.IndexOf("base64,", StringComparison.Ordinal) + 7;
        return Convert.FromBase64String(text[from..text.IndexOf('"', from)]);
    }
}
