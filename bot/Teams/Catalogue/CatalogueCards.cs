using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Teams.Catalogue;

/// <summary>The front door. Its only values are the employer's published door, the provider's number, and whether this employer has the second way in.</summary>
public sealed record FrontDoor(string ShortLink, string Phone, bool CardDialogs) : ICard
{
    public FrontDoorPhrases Nl => Tongue.Dutch.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => Tongue.English.Words<FrontDoorPhrases>();
    public string NlEmployerSees => EmployerSees(Tongue.Dutch);
    public string EnEmployerSees => EmployerSees(Tongue.English);

    private static string EmployerSees(Tongue tongue) => $"{ExposureText.FrontDoor(tongue)}\n\n{tongue.Words<FrontDoorPhrases>().EmployerSeesMore}";
}

public sealed record DoNotType : ICard
{
    public FrontDoorPhrases Nl => Tongue.Dutch.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => Tongue.English.Words<FrontDoorPhrases>();
}

public sealed record AdvisorCalled : ICard
{
    public FrontDoorPhrases Nl => Tongue.Dutch.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => Tongue.English.Words<FrontDoorPhrases>();
}

public sealed record RoomThere : ICard
{
    public FrontDoorPhrases Nl => Tongue.Dutch.Words<FrontDoorPhrases>();
    public FrontDoorPhrases En => Tongue.English.Words<FrontDoorPhrases>();
}
