using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>What HR can announce. The words of each are constant; only of a session do HR's own day, time and place stand on the card.</summary>
public enum Announcement
{
    New,
    Reminder,
    Session,

    /// <summary>Something happened, here or elsewhere, and people talk about it. The card does not say what.</summary>
    Elsewhere,
}

/// <summary>The only three texts that HR fills in, read by <see cref="SessionReading"/> and as they stand on the card.</summary>
public sealed record SessionLines(string Day, string Time, string Place);

/// <summary>What came of a press in HR's form.</summary>
public abstract record Announced
{
    private Announced() { }

    /// <summary>Something is still to be said, or to be mended.</summary>
    public sealed record Asked(Cards.ICard Form) : Announced;

    public sealed record Ready(Announcement What, Tongue Tongue, SessionLines? Session) : Announced;
}
