using VpBot.Cards;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Teams.Catalogue;

/// <summary>The two languages of a card, as they are spoken to the people of one employer.</summary>
public sealed record CardTongues(Tongue First, Tongue Second)
{
    public static CardTongues Reviewed { get; } = new(Tongue.Dutch, Tongue.English);
}

/// <summary>The front door. Its only values are the employer's published door, the provider's number, and whether this employer has the second way in.</summary>
public sealed record FrontDoor(string ShortLink, string Phone, bool CardDialogs) : ICard
{
    public CardTongues In { get; init; } = CardTongues.Reviewed;
    public FrontDoorPhrases Nl => In.First.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => In.Second.Words<FrontDoorPhrases>();
    public string NlEmployerSees => EmployerSees(In.First);
    public string EnEmployerSees => EmployerSees(In.Second);

    private static string EmployerSees(Tongue tongue) => $"{ExposureText.FrontDoor(tongue)}\n\n{tongue.Words<FrontDoorPhrases>().EmployerSeesMore}";
}

public sealed record DoNotType : ICard
{
    public CardTongues In { get; init; } = CardTongues.Reviewed;
    public FrontDoorPhrases Nl => In.First.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => In.Second.Words<FrontDoorPhrases>();
}

public sealed record AdvisorCalled : ICard
{
    public CardTongues In { get; init; } = CardTongues.Reviewed;
    public FrontDoorPhrases Nl => In.First.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => In.Second.Words<FrontDoorPhrases>();
}

public sealed record RoomThere : ICard
{
    public CardTongues In { get; init; } = CardTongues.Reviewed;
    public FrontDoorPhrases Nl => In.First.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => In.Second.Words<FrontDoorPhrases>();
}
