using System.Text;
using VpBot.Conversation;
using VpBot.Explaining.Asking;
using VpBot.Language;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Privacy;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Explaining.Asking;

/// <summary>A question lives in one turn: it is in no draft and on no later page.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class AskTests(TalkativePlayground fixture)
{
    private const string Canary = "Roerdompvraag";

    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [InlineData("Hoort mijn leidinggevende ervan, en " + Canary + "?")]
    [InlineData(Canary)]
    [InlineData("ik wil niet meer leven " + Canary)]
    [InlineData("")]
    public async Task Nothing_of_a_question_and_of_what_was_found_is_in_the_draft(string question)
    {
        var stay = (Outcome.Stay)await new Ask().TakeAsync(null!, null, "Question", Reply.Of(question), Here(), new Guest(null, null, "a door"));

        Assert.Equal("{}", Encoding.UTF8.GetString(stay.Draft));
        Assert.DoesNotContain(Canary, stay.View.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("look")]
    [InlineData("tongue")]
    public async Task A_later_look_and_another_language_show_an_empty_field(string act)
    {
        using var visitor = await AskedAsync("wat kost een gesprek " + Canary);
        Assert.Equal("Wat kost een gesprek?", visitor.Page.Title);
        Assert.DoesNotContain(Canary, visitor.Page.Html, StringComparison.Ordinal);

        await visitor.ActAsync(act, answer: "en");

        Assert.Equal(act == "tongue" ? "What would you like to know?" : "Wat wil je weten?", visitor.Page.Title);
        Assert.DoesNotContain(Canary, visitor.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_leads_to_the_beginning_and_does_not_bring_the_question_along()
    {
        using var visitor = await AskedAsync("wat kost een gesprek " + Canary);
        await visitor.ActAsync("back");
        await visitor.AnswerAsync("ask");

        Assert.Equal("Wat wil je weten?", visitor.Page.Title);
        Assert.DoesNotContain(Canary, visitor.Page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Schrijf eerst je vraag")]
    [InlineData("   ", "Schrijf eerst je vraag")]
    [InlineData(null, "Je vraag is te lang")]
    [InlineData("<script>alert(1)</script>", "Dat weten we niet zeker")]
    [InlineData("/xqzw/xqzw", "Dat weten we niet zeker")]
    public async Task Whatever_is_typed_gets_a_calm_sentence(string? question, string said)
    {
        using var visitor = await AskedAsync(question ?? new string('a', 301));

        Assert.Contains(said, visitor.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", visitor.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_comes_first_and_claims_to_have_understood_nothing()
    {
        using var visitor = await AskedAsync("ik wil niet meer leven");

        Assert.Equal("Misschien wil je nu iemand spreken", visitor.Page.Title);
        Assert.Contains("We weten niet of we je goed begrijpen", visitor.Page.Text, StringComparison.Ordinal);
        Assert.Contains("tel:113", visitor.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_cards_no_question_is_asked()
    {
        var cards = Here() with { AsCards = true, InTeams = true };

        Assert.Null(await new AskWay().OfferAsync(null!, cards, new Guest("somebody", null, "a door")));
        Assert.IsType<Outcome.GoTo>(await new Ask().ShowAsync(null!, null, cards, new Guest("somebody", null, "a door")));
        Assert.IsType<Outcome.GoTo>(await new Ask().TakeAsync(null!, null, "Question", Reply.Of(Canary), cards, new Guest("somebody", null, "a door")));
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Someone_asks_in_their_own_words(string code)
    {
        using var house = new House();
        var (talker, dutch) = (await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync(), code == "nl");
        await talker.SayEachAsync("ask", "", dutch ? "hoort mijn baas ervan" : "will my boss hear of it");
        await talker.SayEachAsync("/subject/confidential-and-its-limits", "/again", dutch ? "wat wordt het weer morgen" : "what is the weather tomorrow", "/again");
        await talker.SayEachAsync(dutch ? "ik wil niet meer leven" : "I do not want to live anymore", "/again", new string('a', 301), dutch ? "klachtenprocedure" : "complaint procedure");
        await talker.BackAsync();
        await talker.SayEachAsync("ask", dutch ? "wat kost een gesprek" : "what does a talk cost", "/talk");
        await Kept.CompareAsync("asking", Tongue.Of(code), talker.ToString().Replace(new string('a', 301), "aaa…", StringComparison.Ordinal));
    }

    private static Setting Here() => new(Template.Duinrand, Tongue.Dutch, DateTimeOffset.UnixEpoch, false);

    private async Task<RoomVisitor> AskedAsync(string question)
    {
        var visitor = new RoomVisitor(fixture.Server.Bot!.Address);
        await visitor.BeginAsync();
        await visitor.AnswerAsync("ask");
        await visitor.AnswerAsync(question);
        return visitor;
    }
}
