namespace VpBot.Appointments;

/// <summary>What a calendar told us. "Could not ask" is its own answer and is never free time.</summary>
public abstract record Availability
{
    private Availability() { }

    /// <summary>The calendar answered. An empty list means that nothing is free.</summary>
    public sealed record Known(IReadOnlyList<Slot> Free) : Availability;

    /// <summary>The calendar did not answer in a way we can use. Nothing may be offered on the strength of it.</summary>
    public sealed record Unknown(CalendarFault Fault) : Availability;
}

/// <summary>Why a calendar could not be asked. Each of these is "we do not know", never "free".</summary>
public enum CalendarFault
{
    /// <summary>Nothing came back in time: the network, a timeout, a service that is down or asks us to wait.</summary>
    NoAnswer,

    /// <summary>The calendar answered that we may not look: a missing permission or an unknown mailbox.</summary>
    Refused,

    /// <summary>An answer came that we cannot read or that contradicts itself.</summary>
    Nonsense,
}
