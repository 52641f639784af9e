using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Profiles;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Profiles;

/// <summary>What employees read about an advisor is what the advisor saw before it was saved, and it is text.</summary>
public sealed class OwnProfileTests
{
    [Theory]
    [InlineData("nl", "Ik ben er voor jou.")]
    [InlineData("en", "I am there for you.")]
    public async Task Employees_read_the_words_that_the_advisor_saw_before_saving(string tongue, string words)
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync(tongue: tongue);
        var sure = await OwnDesk.SayAsync(desk, "About", "Ik ben er voor jou.", "I am there for you.");
        Assert.Contains("Ik ben er voor jou.", sure.Text, StringComparison.Ordinal);
        Assert.Contains("I am there for you.", sure.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await house.ProfilesAsync(tongue)).Text, StringComparison.Ordinal);

        await desk.AnswerAsync("yes");

        Assert.Contains(words, (await house.ProfilesAsync(tongue)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_draws_the_profile_with_the_same_bytes_as_employees_get()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        var shown = Lines(await OwnDesk.SayAsync(desk, "RespondsWithin", "2.00:00:00"));
        await desk.AnswerAsync("yes");

        Assert.Contains("2 werkdagen", shown, StringComparison.Ordinal);
        Assert.Equal(shown, Lines(await house.ProfilesAsync()));
    }

    [Fact]
    public async Task Text_with_markup_comes_out_as_text()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        const string markup = "<b onclick=alert(1)>Ik</b> & \"jij\" **samen** [hier](https://x.example)";
        await using (var db = bot.Open())
        {
            var words = Tongue.All.ToDictionary(tongue => tongue.Code, _ => markup);
            Assert.True(await bot.Get<OwnChoicesBook>().SetAsync(db, "sanne", new OwnChoices { About = words }, 0));
            await db.SaveChangesAsync();
        }

        var page = await house.ProfilesAsync();
        Assert.DoesNotContain("<b ", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("x.example\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(markup, System.Net.WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_employer_can_see_does_not_depend_on_it()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var before = bot.Get<EmployerVisible>().DocumentFor(bot.Get<EmployerDirectory>().ByKey("duinrand")!);
        await house.SetAsync("sanne", "About", "Ik ben er voor jou.", "I am there for you.");

        Assert.Equal(before, bot.Get<EmployerVisible>().DocumentFor(bot.Get<EmployerDirectory>().ByKey("duinrand")!));
    }

    [Theory]
    [InlineData("", "Schrijf hier iets")]
    [InlineData("<b>Ik</b>", "zonder tekens")]
    [InlineData("Lees [hier]", "zonder tekens")]
    [InlineData("Kijk op www.luwte", "geen link")]
    [InlineData("Kijk op luwte.example", "geen link")]
    [InlineData("sanne@luwte", "geen link")]
    [InlineData("https://luwte", "geen link")]
    [InlineData("Bij mij blijf je Anoniem", "Beloof niet")]
    [InlineData("100 % veilig", "Beloof niet")]
    public async Task What_nobody_may_say_in_a_profile_is_refused_with_a_sentence(string typed, string sentence)
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        var page = await OwnDesk.SayAsync(desk, "OtherRoles", typed);

        Assert.Equal("Dutch", page.Step);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ik luister eerst, bijv. een half uur. Daarna kijken we o.a. wat jij wilt.")]
    [InlineData("Niets bij jouw werkgever (sinds 1.1.2020)")]
    public void Ordinary_words_are_accepted(string typed)
    {
        Assert.Null(OwnText.Read(typed, OwnPart.About, out var text));
        Assert.Equal(typed, text);
    }

    [Fact]
    public void A_text_has_an_end() => Assert.Equal(TextFault.TooLong, OwnText.Read(new string('a', 241), OwnPart.About, out _));

    /// <summary>The description of Sanne, as it was drawn first on the page.</summary>
    private static string Lines(Support.RoomPageSeen page)
    {
        var from = page.Html.IndexOf("<dt>Komt", StringComparison.Ordinal);
        return page.Html[from..page.Html.IndexOf("</dl>", from, StringComparison.Ordinal)];
    }
}
