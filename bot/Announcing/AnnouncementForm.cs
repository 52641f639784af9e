using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>HR's form: two pages at most. A pure function of what was filled in; nothing of it is kept, and nobody is asked who they are.</summary>
public static class AnnouncementForm
{
    public static Announced Begin(Tongue tongue) => new Announced.Asked(new ChooseAnnouncement(tongue));

    /// <param name="filled">The button's data, with the inputs of the page merged into it.</param>
    /// <param name="tongue">Of the form.</param>
    public static Announced Press(IReadOnlyDictionary<string, string> filled, Tongue tongue, DateTimeOffset now) => filled.GetValueOrDefault("step") switch
    {
        "choose" => Chosen(filled, tongue),
        "session" when TongueIn(filled) is { } of => SessionReading.Read(Typed(filled), of, now) switch
        {
            SessionReading.Good good => new Announced.Ready(Announcement.Session, of, good.Lines),
            SessionReading.Wrong wrong => new Announced.Asked(new SessionForm(tongue, of, wrong.Typed, wrong.Fault)),
            _ => throw new InvalidOperationException("A session is read in two ways."),
        },
        _ => Begin(tongue),
    };

    private static Announced Chosen(IReadOnlyDictionary<string, string> filled, Tongue tongue) =>
        (AnnouncementIn(filled), TongueIn(filled)) switch
        {
            ({ } what, { } of) when what == Announcement.Session => new Announced.Asked(new SessionForm(tongue, of, new("", "", ""))),
            ({ } what, { } of) => new Announced.Ready(what, of, null),
            _ => new Announced.Asked(new ChooseAnnouncement(tongue, IsMissing: true)),
        };

    private static Announcement? AnnouncementIn(IReadOnlyDictionary<string, string> filled) =>
        Enum.GetValues<Announcement>().Cast<Announcement?>().FirstOrDefault(what => what.ToString() == filled.GetValueOrDefault("announcement"));

    private static Tongue? TongueIn(IReadOnlyDictionary<string, string> filled) =>
        Tongue.All.FirstOrDefault(tongue => tongue.Code == filled.GetValueOrDefault("tongue"));

    private static SessionTyped Typed(IReadOnlyDictionary<string, string> filled) =>
        new(filled.GetValueOrDefault("day", ""), filled.GetValueOrDefault("time", ""), filled.GetValueOrDefault("place", ""));
}
