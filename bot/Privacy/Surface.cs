namespace VpBot.Privacy;

/// <summary>A place where something of a person's way to an advisor can be seen, or is kept. The order is the order of the page.</summary>
public enum Surface
{
    AppInstalled,
    ChatCards,
    TypedLines,
    CardReading,
    RoomInTeams,
    TeamsLog,
    RoomOnOwnDevice,
    CardDialog,
    DeviceAndNetwork,
    Screen,
    Answers,
    OwnQuestion,
    Request,
    InternalAdvisorCalled,
    InternalAdvisorDesk,
    AdvisorCalendar,
    OnlineMeeting,
    JoinLink,
    PhoneCall,
    InPerson,
    OwnCalendar,
    ReturnCode,
    WaitingLine,
    YearlyFigures,
    AskedAlong,
    Messages,
    Aftercare,
    Nudge,
    AnnouncementLink,
}

/// <summary>Who can look there.</summary>
public enum Looker
{
    Employer,
    Provider,
    Advisor,
    Colleague,
    Microsoft,
    Nearby,
    Nobody,
}

/// <summary>How long it stays there.</summary>
public enum Kept
{
    Nowhere,
    AsTheEmployerDecides,
    WhileYouAreHere,
    UntilTheAppointmentIsForgotten,
    UntilTheEndOfTheDay,
    ForTwoWeeks,
    AsYouDecide,
    NotKnown,
}

/// <summary>How sure we are. What is unproven is listed in <c>docs/open-proofs.md</c> with the test that would prove it.</summary>
public enum Certainty
{
    /// <summary>Read in the platform's documentation, or held by a test of ours.</summary>
    Verified,

    /// <summary>Follows from what is known; nobody said so in as many words.</summary>
    Inferred,

    /// <summary>Only a real tenant can tell.</summary>
    Unproven,
}

/// <summary>Where the room is open.</summary>
public enum Place
{
    /// <summary>As a page in a Teams dialog.</summary>
    Teams,

    /// <summary>As cards in a Teams dialog.</summary>
    Cards,

    OwnDevice,
}
