using System.Text;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Room;
using VpBot.Room.Pages;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Room;

/// <summary>What is the same for everybody is drawn once. Nothing that is one person's is kept with it.</summary>
public sealed class KeptPartTests
{
    private readonly KeptParts _kept = new();

    [Fact]
    public void The_next_person_gets_the_same_parts_and_nothing_is_kept_for_them()
    {
        Draw(Tongue.Dutch);
        var count = _kept.Count;
        Assert.InRange(count, 3, 10);
        Draw(Tongue.Dutch);
        Assert.Equal(count, _kept.Count);
        Draw(Tongue.English);
        Assert.Equal(2 * count, _kept.Count);
    }

    [Fact]
    public void Nothing_of_a_person_is_kept()
    {
        foreach (var prompt in new Prompt[]
        {
            new Prompt.Write("Vraag-van-iemand", "Waarom-van-iemand", "Label-van-iemand", null, 400, WritingKind.Words, "Verder", null) { Now = "Iets-van-iemand" },
            new Prompt.Tell("Titel-van-iemand", null, ["Zin-van-iemand"], [new("Regel-van-iemand", "Iets-van-iemand")], "Code-van-iemand", [new("Keuze-van-iemand", "Keuze-van-iemand")]),
            new Prompt.Choose("Titel-van-iemand", null, [new("Keuze-van-iemand", "Keuze-van-iemand", "Keuze-van-iemand", [new("Regel-van-iemand", "Iets-van-iemand")])], "Verder"),
        })
        {
            var model = DrawingTests.Model(prompt, Tongue.Dutch, sentence: "Zin-van-iemand");
            var said = model.View with { Said = [new("For", "Vraag-van-iemand", "Antwoord-van-iemand", true)] };
            Assert.Contains("van-iemand", DrawingTests.Drawn<RoomPage>(model with { View = said, Token = "Bewijs-van-iemand", Sent = Reply.Of("Iets-van-iemand") }, _kept), StringComparison.Ordinal);
        }

        Assert.NotEqual(0, _kept.Count);
        Assert.All(_kept.Parts, part => Assert.DoesNotContain("van-iemand", Encoding.UTF8.GetString(part), StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_is_drawn_anew_when_a_provider_says_it_in_other_words_and_again_when_it_takes_them_back()
    {
        var spoken = new Spoken([], Own("Bezig, even geduld."));
        Assert.Contains("Bezig, even geduld.", Draw(spoken.At("duinrand", "nl")), StringComparison.Ordinal);
        Assert.DoesNotContain("Bezig, even geduld.", Draw(spoken.At("windhoek", "nl")), StringComparison.Ordinal);

        spoken.Take(Own("Nog even."));
        var changed = Draw(spoken.At("duinrand", "nl"));
        Assert.Contains("Nog even.", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("Bezig, even geduld.", changed, StringComparison.Ordinal);

        spoken.Take(new Dictionary<(string, string), OwnWording>());
        Assert.Equal(Draw(Tongue.Dutch), Draw(spoken.At("duinrand", "nl")));
    }

    [Fact]
    public void Whoever_listens_to_what_is_said_in_other_words_hears_it_every_time()
    {
        for (var time = 0; time < 2; time++)
        {
            var heard = new Heard();
            Draw(new Spoken([], Own("Nog even.")).At("duinrand", "nl").HeardBy(heard));
            Assert.Equal(new DateOnly(2026, 11, 20), heard.ChangedOn);
        }
    }

    [Fact]
    public void Another_provider_or_another_number_is_another_part()
    {
        var model = DrawingTests.Model(Question, Tongue.Dutch);
        DrawingTests.Drawn<RoomPage>(model, _kept);
        var other = model with { Employer = model.Employer with { Provider = model.Employer.Provider with { Phone = "088 111 11 11" } } };
        var drawn = DrawingTests.Drawn<RoomPage>(other, _kept);
        Assert.DoesNotContain(model.Employer.Provider.Phone, drawn, StringComparison.Ordinal);
        Assert.Equal(2, drawn.Split("088 111 11 11").Length - 1);
        Assert.Contains("tel:0881111111", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_is_kept_than_is_said()
    {
        for (var part = 0; part < 3 * KeptParts.Most; part++)
            _kept.Keep(part, "deel"u8);
        Assert.InRange(_kept.Count, 1, KeptParts.Most);
    }

    private static Prompt.Choose Question => new("Titel", null, [new("a", "A")], "Verder");

    private string Draw(Tongue tongue) => DrawingTests.Drawn<RoomPage>(DrawingTests.Model(Question, tongue), _kept);

    private static Dictionary<(string, string), OwnWording> Own(string busy) => new()
    {
        [("duinrand", "nl")] = new OwnWording(
            new Dictionary<(string, string), (string, DateOnly)> { [("Room/Room.json", nameof(RoomPhrases.Busy))] = (busy, new DateOnly(2026, 11, 20)) },
            new Dictionary<string, (string, DateOnly)>()),
    };
}
