namespace VpBot.Teams.Catalogue;

/// <summary>
/// Everything that the bot can put into an employer's tenant. The list is closed: a message to an employer's tenant is one of
/// these, constant for that employer, and there is no method that sends anything else there.
/// </summary>
public enum CatalogueCard
{
    /// <summary>The welcome: the same for every employee of this employer.</summary>
    FrontDoor,

    /// <summary>The answer to any typed line.</summary>
    DoNotType,

    /// <summary>To an internal advisor: someone would like to talk; open your desk.</summary>
    AdvisorCalled,

    /// <summary>To an employee who asked for it, at a moment they chose beforehand: the room is there for you.</summary>
    RoomThere,
}
