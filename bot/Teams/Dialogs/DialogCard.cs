using VpBot.Cards;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Room;

namespace VpBot.Teams.Dialogs;

/// <summary>Where a card stands. It travels in the data of the card's buttons, within the dialog; no chat message carries it.</summary>
public sealed record CardPlace(string Session, string Goal, string Step);

/// <summary>
/// A page of the room as a card in a Teams dialog. Whatever may hold a person's words stands in a run of plain text; a TextBlock
/// holds our own words only.
/// </summary>
public sealed record DialogCard(CardPlace At, Tongue Tongue, string Title, string ShortLink, string Phone) : ICard
{
    public DialogPhrases Words => Tongue.Words<DialogPhrases>();
    public RoomPhrases Room => Tongue.Words<RoomPhrases>();
    public FrontDoorPhrases Door => Tongue.Words<FrontDoorPhrases>();
    public string CallUs => Room.CallUs(Phone);

    /// <summary>What can be seen at this step, from the register.</summary>
    public IReadOnlyList<CardText> Sees { get; init; } = [];

    public IReadOnlyList<SaidCard> Said { get; init; } = [];
    public bool HasSaid => Said.Count > 0;
    public string? Sentence { get; init; }
    public bool HasSentence => Sentence is not null;
    public string? Why { get; init; }
    public bool HasWhy => Why is not null;

    public IReadOnlyList<CardText> Texts { get; init; } = [];
    public IReadOnlyList<Line> Lines { get; init; } = [];
    public string? After { get; init; }
    public bool HasAfter => After is not null;
    public string? Code { get; init; }
    public bool HasCode => Code is not null;
    public Link? Link { get; init; }
    public bool HasLink => Link is not null;
    public string? LinkLabel => Link?.Label;
    public string? LinkAddress => Link?.Address.AbsoluteUri;

    public IReadOnlyList<CardProfile> Profiles { get; init; } = [];
    public IReadOnlyList<CardChoices> ChoiceSets { get; init; } = [];
    public IReadOnlyList<CardField> Fields { get; init; } = [];
    public IReadOnlyList<CardWay> Ways { get; init; } = [];

    public string? Go { get; init; }
    public bool HasGo => Go is not null;
    public string GoAct { get; init; } = "answer";
    public IReadOnlyList<string> GoAnswers { get; init; } = [];
    public string? Skip { get; init; }
    public bool HasSkip => Skip is not null;
    public bool CanGoBack { get; init; }

    /// <summary>Who says something on this card in other words than ours, and when it was reviewed.</summary>
    public string? Changed { get; init; }
    public bool HasChanged => Changed is not null;

    public bool HasSession => At.Session.Length > 0;

    /// <summary>True for the page before the first question: in another language it is that page again.</summary>
    public bool IsBefore { get; init; }
    public string OtherLanguage => Other.OwnName;
    public IReadOnlyList<string> OtherTongue => [Other.Code];
    private Tongue Other => Tongue == Tongue.Dutch ? Tongue.English : Tongue.Dutch;
}

public sealed record SaidCard(CardPlace At, string Step, string Question, string Answer, bool CanChange, string Change);

public sealed record CardText(string Text, bool IsHeading)
{
    public bool IsText => !IsHeading;
}

/// <summary>Who or what can be chosen, or why not now.</summary>
public sealed record CardProfile(string Label, IReadOnlyList<CardText> Texts);

/// <param name="Style">"expanded" shows every choice; "compact" is a list that opens.</param>
public sealed record CardChoices(string Id, string Label, string Placeholder, string Style, bool IsMany, IReadOnlyList<CardChoice> Choices);

public sealed record CardChoice(string Title, string Value);

/// <param name="Passes">The one sentence that is always said before somebody types: it passes through Teams.</param>
public sealed record CardField(string Id, string Label, int Longest, string Style, bool IsLong, string Hint, string Passes);

public sealed record CardWay(CardPlace At, string Act, string Label, string? Detail, IReadOnlyList<string> Answers, string Part = "0")
{
    public bool HasDetail => Detail is not null;
}
