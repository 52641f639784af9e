using System.Diagnostics;
using System.Globalization;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;

namespace VpBot.Teams.Dialogs;

/// <summary>Draws the room's prompts as cards: the same prompts, another surface. A file is not offered here.</summary>
internal sealed class DialogDrawing(RoomAddresses addresses)
{
    /// <summary>A card must stay under Teams' limit, so what is long is read, or chosen from, in parts.</summary>
    private const int TextsPerPart = 45;
    private const int TimesPerPart = 60;
    private const int LongestOneLine = 120;

    /// <summary>What is true here and what is unproven, before the first question.</summary>
    public DialogCard Before(CardTurn.Shown shown)
    {
        var words = shown.Tongue.Words<DialogPhrases>();
        var link = addresses.ShortLink(shown.Employer).ToString();
        string[] texts = [words.Passes, words.Unproven, words.Watched, words.OwnPhone, link, shown.Tongue.Words<RoomPhrases>().CallUs(shown.Employer.Provider.Phone)];
        return Empty(new CardPlace(shown.Session, "", ""), shown.Tongue, shown.Employer, words.BeforeTitle) with
        {
            Why = words.BeforeWhy,
            Texts = [.. texts.Select(text => new CardText(text, false))],
            Go = words.Understood,
            GoAct = "show",
            IsBefore = true,
        };
    }

    public DialogCard Gone(Employer employer, Tongue tongue)
    {
        var room = tongue.Words<RoomPhrases>();
        return Empty(new CardPlace("", "", ""), tongue, employer, room.SessionGoneTitle) with
        {
            Texts = [new(room.SessionGoneText, false), new(room.CallUs(employer.Provider.Phone), false)],
        };
    }

    public DialogCard Failed(Employer employer, Tongue tongue, string session)
    {
        var words = tongue.Words<DialogPhrases>();
        return Empty(new CardPlace(session, "", ""), tongue, employer, tongue.Words<RoomPhrases>().WentWrongTitle) with
        {
            Texts = [new(words.FailedText(employer.Provider.Phone), false)],
            Go = words.TryAgain,
            GoAct = "show",
        };
    }

    public DialogCard Draw(CardTurn.Shown shown, int part)
    {
        var view = shown.View;
        var room = shown.Tongue.Words<RoomPhrases>();
        var at = new CardPlace(shown.Session, view.Goal, view.Step);
        var card = Empty(at, shown.Tongue, shown.Employer, view.Prompt.Title) with
        {
            Why = view.Prompt.Why,
            Sentence = view.Sentence,
            Sees = Sees(view.Exposed, shown.Tongue),
            CanGoBack = shown.CanGoBack,
            Changed = Changed(shown.Tongue, shown.Employer, view.ChangedOn),
            Said = [.. view.Said.Select(said => new SaidCard(at, said.Step, said.Question, said.Answer, said.CanChange, room.Change))],
        };
        return view.Prompt switch
        {
            Prompt.Choose choose => Choosing(card, choose.Options, false) with { Go = choose.Go },
            Prompt.ChooseMany many => Choosing(card, many.Options, true) with { Go = many.Go },
            Prompt.Write write => card with { Fields = [Field(write, shown.Tongue)], Go = write.Go, Skip = write.Skip },
            Prompt.PickTime pick => Times(card, pick, part) with { Go = pick.Go },
            Prompt.Confirm confirm => card with { Lines = [.. confirm.Lines, .. confirm.Shown.SelectMany(shown => shown.Option.Lines ?? [])], After = confirm.After, Go = confirm.Go, GoAnswers = confirm.Yes.Values },
            Prompt.Read read => Reading(card, read, part),
            Prompt.Tell tell => card with
            {
                Texts = [.. tell.Paragraphs.Select(text => new CardText(text, false))],
                Lines = tell.Lines,
                Code = tell.Code,
                Link = tell.Link,
                Ways = Ways(at, tell.Ways),
            },
            _ => throw new UnreachableException($"A card cannot draw a {view.Prompt.GetType().Name}."),
        };
    }

    private DialogCard Empty(CardPlace at, Tongue tongue, Employer employer, string title) =>
        new(at, tongue, title, addresses.ShortLink(employer).ToString(), employer.Provider.Phone) { Sees = Sees(ExposureRegister.At(Place.Cards, []), tongue), Changed = Changed(tongue, employer, null) };

    /// <summary>The oldest review of what the page says, and of what stands on every card.</summary>
    private static string? Changed(Tongue tongue, Employer employer, DateOnly? ofPage) => tongue.SayChanged(
        employer, new[] { ofPage, tongue.OwnReviewOf<DialogPhrases>(), tongue.OwnReviewOf<FrontDoorPhrases>(), tongue.OwnReviewOf<RoomPhrases>() }.Min());

    private static IReadOnlyList<CardText> Sees(IReadOnlyList<Exposure> exposed, Tongue tongue)
    {
        var words = tongue.Words<ExposurePhrases>();
        return [.. exposed.Select(exposure => new CardText($"{words.Title(exposure.Surface)}. {words.Holds(exposure.Surface)} {words.Rule(exposure.Surface)}", false))];
    }

    /// <summary>A choice shows its name and detail; who an advisor is, and why something cannot be chosen now, stands above.</summary>
    private static DialogCard Choosing(DialogCard card, IReadOnlyList<Option> options, bool many) => card with
    {
        Profiles = [.. options.Where(option => option.Lines is { Count: > 0 } || !option.CanChoose).Select(option => new CardProfile(option.Label, Profile(option)))],
        ChoiceSets =
        [
            new(many ? "many" : "one", card.Words.YourChoice, card.Words.YourChoice, "expanded", many,
                [.. options.Where(option => option.CanChoose).Select(option => new CardChoice(Name(option), option.Value))]),
        ],
    };

    /// <summary>A card has no headings within a choice, so each answer says its own.</summary>
    private static string Name(Option option)
    {
        var name = option.Group is { } group ? $"{group}: {option.Label}" : option.Label;
        return option.Detail is { } detail ? $"{name}. {detail}" : name;
    }

    private static IReadOnlyList<CardText> Profile(Option option) =>
    [
        .. option is { CanChoose: false, Detail: { } why } ? [new CardText(why, false)] : Array.Empty<CardText>(),
        .. (option.Lines ?? []).Select(line => new CardText($"{line.Label}: {line.Text}", false)),
    ];

    private static DialogCard Times(DialogCard card, Prompt.PickTime pick, int part)
    {
        var parts = Parts(pick.Days);
        var now = Math.Clamp(part, 0, parts.Count - 1);
        return card with
        {
            ChoiceSets = [.. parts[now].Select((day, index) => new CardChoices(
                string.Create(CultureInfo.InvariantCulture, $"one-{index}"), day.Day, card.Words.ChooseTime, "compact", false, [.. day.Times.Select(time => new CardChoice(time.Detail is { } who ? $"{time.Label}, {who}" : time.Label, time.Value))]))],
            Ways = parts.Count > 1 ? [Part(card.At, card.Words.OtherTimes, (now + 1) % parts.Count)] : [],
        };
    }

    /// <summary>Whole days, as many as one card can hold.</summary>
    private static List<List<DayOfTimes>> Parts(IReadOnlyList<DayOfTimes> days)
    {
        var parts = new List<List<DayOfTimes>> { new() };
        foreach (var day in days)
        {
            if (parts[^1].Count > 0 && parts[^1].Sum(earlier => earlier.Times.Count) + day.Times.Count > TimesPerPart)
                parts.Add([]);
            parts[^1].Add(day);
        }

        return parts;
    }

    private static DialogCard Reading(DialogCard card, Prompt.Read read, int part)
    {
        var parts = ReviewedHtml.Texts(read.Html).Chunk(TextsPerPart).ToList();
        var now = Math.Clamp(part, 0, Math.Max(parts.Count - 1, 0));
        var ways = Ways(card.At, read.Ways);
        return card with
        {
            Texts = parts.Count > 0 ? parts[now] : [],
            Ways = now + 1 < parts.Count ? [Part(card.At, card.Words.ReadOn, now + 1), .. ways] : ways,
        };
    }

    private static CardField Field(Prompt.Write write, Tongue tongue) => new(
        "text",
        write.Label,
        write.Longest,
        write.Kind is WritingKind.Phone ? "tel" : "text",
        write is { Kind: WritingKind.Words, Longest: > LongestOneLine },
        string.Join(' ', new[] { write.Hint, write.Kind is WritingKind.Words ? tongue.Words<RoomPhrases>().AtMost(write.Longest.ToString(CultureInfo.InvariantCulture)) : null }.OfType<string>()),
        tongue.Words<DialogPhrases>().BeforeTyping);

    private static IReadOnlyList<CardWay> Ways(CardPlace at, IReadOnlyList<Option> ways) =>
        [.. ways.Select(way => new CardWay(at, "answer", way.Label, way.Detail, [way.Value]))];

    private static CardWay Part(CardPlace at, string label, int part) =>
        new(at, "show", label, null, [], part.ToString(CultureInfo.InvariantCulture));
}
