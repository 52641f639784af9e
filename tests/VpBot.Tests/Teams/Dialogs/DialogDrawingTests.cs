using System.Globalization;
using VpBot.Conversation;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Teams.Dialogs;

/// <summary>The prompts of the room, drawn as cards. That every page of every transcript fits is seen to where those are written.</summary>
public sealed class DialogDrawingTests
{
    private static readonly Option[] Ways = [new("next", "Verder")];

    public static TheoryData<string, string> Texts =>
        [.. from subject in ContentBook.Subjects from tongue in Tongue.All select new TheoryDataRow<string, string>(subject, tongue.Code)];

    [Theory, MemberData(nameof(Texts))]
    public void A_text_of_ours_is_read_whole_in_parts_that_fit(string subject, string tongue)
    {
        var page = ContentBook.Page(subject, Tongue.Of(tongue));
        var read = new List<string>();
        for (var part = 0; part >= 0;)
        {
            var card = DrawnCard.Of(new Prompt.Read(page.Title, null, page.Html, Ways), part);
            Assert.InRange(DrawnCard.Size(card), 1, DrawnCard.Largest - 1);
            read.AddRange(Words(card));
            part = NextPart(card, part);
        }

        var words = Plain(System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(page.Html, "<[^>]+>", " ")));
        Assert.Equal(words, Plain(string.Join(' ', read.Select(text => text.TrimStart('•')))));
    }

    [Fact]
    public void Four_weeks_of_times_are_offered_in_parts_that_fit_and_none_is_left_out()
    {
        var days = Enumerable.Range(1, 28).Select(day => new DayOfTimes(
            $"woensdag {day} september",
            [.. Enumerable.Range(0, 40).Select(time => new Option($"{day}-{time}-{new string('v', 40)}", $"{time}:00", "Sanne Voorbeeld"))])).ToList();
        var seen = new List<string>();
        for (var part = 0; part < 28; part++)
        {
            var card = DrawnCard.Of(new Prompt.PickTime("Wanneer?", null, days, "Meer", "Verder"), part);
            Assert.InRange(DrawnCard.Size(card), 1, DrawnCard.Largest - 1);
            seen.AddRange(CardWalk.Elements(card).Where(element => element["choices"] is not null).SelectMany(set => set["choices"]!.AsArray()).Select(choice => (string)choice!["value"]!));
            if (NextPart(card, part) < 0)
                break;
        }

        Assert.Equal(days.SelectMany(day => day.Times).Select(time => time.Value), seen);
    }

    [Fact]
    public void A_persons_words_stand_in_runs_of_plain_text_wherever_a_card_shows_them()
    {
        const string words = "**vet** [klik](https://x.nl) ${Session}";
        var view = new View("talk", "Step", [new("CalledAs", "Hoe heet je?", words, true)], new Prompt.Confirm("Klopt het?", words, [new("Naam", words)], words, "Ja"), words) { Exposed = [] };

        var leaves = CardWalk.Leaves(DrawnCard.Of(view, Tongue.Dutch, Template.Duinrand)).Where(leaf => CardWalk.Text(leaf)?.Contains("vet", StringComparison.Ordinal) == true).ToList();

        Assert.Equal(5, leaves.Count);
        Assert.All(leaves, leaf => Assert.Equal("TextRun", CardWalk.Text(leaf.Parent!["type"])));
    }

    [Fact]
    public void Before_something_is_typed_the_card_says_that_it_passes_through_Teams()
    {
        var card = DrawnCard.Of(new Prompt.Write("Je naam", null, "Naam", null, 40, WritingKind.Words, "Verder", "Liever niet"));
        var texts = CardWalk.Elements(card).Where(element => CardWalk.Text(element["type"]) is "TextBlock" or "Input.Text").ToList();

        var typed = texts.FindIndex(element => CardWalk.Text(element["type"]) == "Input.Text");
        Assert.InRange(texts.FindIndex(element => CardWalk.Text(element["text"])?.Contains("gaat door Teams van je werkgever", StringComparison.Ordinal) == true), 0, typed - 1);
    }

    [Fact]
    public void A_file_is_not_offered()
    {
        var card = DrawnCard.Of(new Prompt.Tell("Je afspraak", null, [], [], null, Ways) { File = "Zet in mijn agenda" });

        Assert.DoesNotContain("agenda", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_chosen_now_is_shown_with_why_and_is_no_choice()
    {
        var card = DrawnCard.Of(new Prompt.Choose("Wie?", null, [new("a", "Sanne"), new("b", "Amir", "Even niet") { CanChoose = false }], "Verder"));

        Assert.Equal(["a"], CardWalk.Elements(card).Single(element => element["choices"] is not null)["choices"]!.AsArray().Select(choice => (string)choice!["value"]!));
        Assert.Contains(CardWalk.Leaves(card), leaf => CardWalk.Text(leaf) == "Even niet");
    }

    private static IEnumerable<string> Words(System.Text.Json.Nodes.JsonObject card) =>
        from container in card["body"]!.AsArray()
        let first = container!["items"] is System.Text.Json.Nodes.JsonArray { Count: 1 } items ? items[0] : null
        let text = CardWalk.Text(first?["type"]) switch
        {
            "TextBlock" when CardWalk.Text(first!["style"]) == "heading" => CardWalk.Text(first["text"]),
            "RichTextBlock" => CardWalk.Text(first!["inlines"]![0]!["text"]),
            _ => null,
        }
        where text is not null
        select text;

    /// <summary>The part that a button leads on to; -1 where none does.</summary>
    private static int NextPart(System.Text.Json.Nodes.JsonObject card, int part) =>
        CardWalk.Elements(card).Where(element => CardWalk.Text(element["act"]) == "show" && element["part"] is not null)
            .Select(element => int.Parse((string)element["part"]!, CultureInfo.InvariantCulture)).Where(next => next > part).DefaultIfEmpty(-1).First();

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
