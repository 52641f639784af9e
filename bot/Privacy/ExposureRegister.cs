using System.Collections.Concurrent;

namespace VpBot.Privacy;

/// <summary>One surface, with who can look at it, for how long, and how sure we are. What it holds and what minimises it is said in <see cref="ExposurePhrases"/>.</summary>
/// <param name="OnFrontDoor">Said on the constant card in the chat, before anything is opened.</param>
public sealed record Exposure(Surface Surface, IReadOnlyList<Looker> Lookers, Kept Kept, Certainty Certainty, bool OnFrontDoor = false);

/// <summary>
/// Everything that can be seen of somebody's way to an advisor. The page "what can my employer see?", the section on the front
/// door and the table of the threat model are made of it, and every step of every dialog names the surfaces it touches.
/// </summary>
public static class ExposureRegister
{
    private const int MostLists = 200;

    // By the surfaces that are in it, each one bit.
    private static readonly ConcurrentDictionary<ulong, IReadOnlyList<Exposure>> Lists = new();

    public static IReadOnlyList<Exposure> All { get; } =
    [
        new(Surface.AppInstalled, [Looker.Employer, Looker.Microsoft], Kept.AsTheEmployerDecides, Certainty.Verified, OnFrontDoor: true),
        new(Surface.ChatCards, [Looker.Employer, Looker.Microsoft], Kept.AsTheEmployerDecides, Certainty.Verified, OnFrontDoor: true),
        new(Surface.TypedLines, [Looker.Employer, Looker.Microsoft], Kept.AsTheEmployerDecides, Certainty.Verified, OnFrontDoor: true),
        new(Surface.CardReading, [Looker.Nobody], Kept.Nowhere, Certainty.Inferred, OnFrontDoor: true),
        new(Surface.RoomInTeams, [Looker.Provider, Looker.Microsoft], Kept.WhileYouAreHere, Certainty.Unproven, OnFrontDoor: true),
        new(Surface.TeamsLog, [Looker.Employer, Looker.Microsoft], Kept.NotKnown, Certainty.Unproven),
        new(Surface.RoomOnOwnDevice, [Looker.Provider], Kept.WhileYouAreHere, Certainty.Verified),
        new(Surface.CardDialog, [Looker.Provider, Looker.Microsoft, Looker.Employer], Kept.NotKnown, Certainty.Unproven),
        new(Surface.DeviceAndNetwork, [Looker.Employer], Kept.NotKnown, Certainty.Inferred, OnFrontDoor: true),
        new(Surface.Screen, [Looker.Nearby], Kept.AsYouDecide, Certainty.Inferred),
        new(Surface.Answers, [Looker.Provider], Kept.WhileYouAreHere, Certainty.Verified),
        new(Surface.OwnQuestion, [Looker.Provider], Kept.Nowhere, Certainty.Verified),
        new(Surface.Request, [Looker.Advisor, Looker.Provider], Kept.UntilTheAppointmentIsForgotten, Certainty.Verified),
        new(Surface.InternalAdvisorCalled, [Looker.Advisor, Looker.Employer, Looker.Microsoft], Kept.AsTheEmployerDecides, Certainty.Verified, OnFrontDoor: true),
        new(Surface.InternalAdvisorDesk, [Looker.Advisor, Looker.Employer], Kept.UntilTheAppointmentIsForgotten, Certainty.Inferred),
        new(Surface.AdvisorCalendar, [Looker.Advisor, Looker.Provider], Kept.UntilTheAppointmentIsForgotten, Certainty.Verified),
        new(Surface.OnlineMeeting, [Looker.Employer, Looker.Provider, Looker.Microsoft], Kept.AsTheEmployerDecides, Certainty.Verified),
        new(Surface.JoinLink, [Looker.Employer, Looker.Nearby], Kept.AsYouDecide, Certainty.Verified),
        new(Surface.PhoneCall, [Looker.Employer, Looker.Advisor], Kept.NotKnown, Certainty.Inferred),
        new(Surface.InPerson, [Looker.Nearby, Looker.Advisor], Kept.Nowhere, Certainty.Inferred),
        new(Surface.OwnCalendar, [Looker.Employer, Looker.Nearby], Kept.AsYouDecide, Certainty.Verified),
        new(Surface.ReturnCode, [Looker.Nearby], Kept.AsYouDecide, Certainty.Verified),
        new(Surface.WaitingLine, [Looker.Advisor, Looker.Provider], Kept.UntilTheEndOfTheDay, Certainty.Verified),
        new(Surface.YearlyFigures, [Looker.Employer], Kept.AsTheEmployerDecides, Certainty.Inferred),
        new(Surface.AskedAlong, [Looker.Colleague, Looker.Provider], Kept.ForTwoWeeks, Certainty.Verified),
        new(Surface.Messages, [Looker.Advisor, Looker.Provider], Kept.UntilTheAppointmentIsForgotten, Certainty.Verified),
        new(Surface.Aftercare, [Looker.Advisor, Looker.Provider], Kept.UntilTheAppointmentIsForgotten, Certainty.Verified),
        new(Surface.Nudge, [Looker.Employer, Looker.Microsoft], Kept.AsTheEmployerDecides, Certainty.Verified),
        new(Surface.AnnouncementLink, [Looker.Employer, Looker.Microsoft], Kept.NotKnown, Certainty.Unproven),
    ];

    public static Exposure Of(Surface surface) => All.Single(exposure => exposure.Surface == surface);

    /// <summary>What is true at every step, because of where the room is open.</summary>
    public static IReadOnlyList<Surface> Everywhere(Place place) => place switch
    {
        Place.Teams => [Surface.RoomInTeams, Surface.TeamsLog, Surface.DeviceAndNetwork, Surface.Screen],
        Place.Cards => [Surface.CardDialog, Surface.TeamsLog, Surface.DeviceAndNetwork, Surface.Screen],
        Place.OwnDevice => [Surface.RoomOnOwnDevice, Surface.DeviceAndNetwork, Surface.Screen],
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    /// <summary>What is true at this step, on this device, in the order of the register: the same list for the same surfaces.</summary>
    public static IReadOnlyList<Exposure> At(Place place, IEnumerable<Surface> touched)
    {
        var surfaces = 0UL;
        foreach (var surface in Everywhere(place))
            surfaces |= Bit(surface);
        foreach (var surface in touched)
            surfaces |= Bit(surface);
        if (Lists.TryGetValue(surfaces, out var known))
            return known;
        IReadOnlyList<Exposure> list = [.. All.Where(exposure => (surfaces & Bit(exposure.Surface)) != 0)];
        return Lists.Count < MostLists ? Lists.GetOrAdd(surfaces, list) : list;
    }

    private static ulong Bit(Surface surface) => 1UL << (int)surface;
}
