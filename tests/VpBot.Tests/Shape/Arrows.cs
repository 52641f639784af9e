using System.Reflection;

namespace VpBot.Tests.Shape;

/// <summary>Which folder of the bot may know which. The table is the law; the map in the design is its picture.</summary>
internal static class Arrows
{
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        // Teams: a start that only prints the employer-visible list needs no production settings.
        ["Running"] = ["Storage", "Privacy", "Teams", "Packaging"],
        ["Teams"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Room", "Announcing"],
        ["Room"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Explaining"],
        ["Intake"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Appointments", "Explaining"],
        ["Profiles"] = ["Conversation", "Language", "Privacy", "Storage", "Employers", "Appointments", "Intake"],
        ["Handoffs"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Appointments"],
        ["SoundingBoard"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Intake"],
        ["Register"] = ["Conversation", "Language", "Privacy", "Storage", "Employers", "Appointments", "Handoffs"],
        ["Appointments"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Explaining"],
        ["Explaining"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers"],
        ["Announcing"] = ["Cards", "Language", "Employers", "Explaining", "Room"],
        ["Conversation"] = ["Language", "Employers", "Storage", "Privacy"],
        ["Messages"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Appointments", "Handoffs", "Intake"],
        ["Aftercare"] = ["Conversation", "Cards", "Language", "Privacy", "Storage", "Employers", "Appointments", "Handoffs", "Intake", "Messages", "Explaining"],
        // Everything of an employer goes, and an advisor hears of a talk that waits.
        ["Leaving"] = ["Cards", "Language", "Storage", "Employers", "Appointments"],
        ["Cards"] = ["Employers", "Privacy"],
        ["Employers"] = ["Language"],
        ["Storage"] = ["Privacy"],
        // The exposure register is data with words; whoever shows it must not write others.
        ["Privacy"] = ["Language"],
        ["Language"] = [],
        ["Packaging"] = ["Employers", "Language", "Room", "Teams"],
    };

    /// <summary>Where a whole folder would be too much: the types that may be known.</summary>
    public static readonly IReadOnlyDictionary<(string From, string To), string[]> Only = new Dictionary<(string From, string To), string[]>
    {
        [("Running", "Teams")] = ["EmployerVisibleCommand"],
        // The card dialog is another surface of the room: it opens and presses through one door, and says the room's own sentences.
        [("Teams", "Room")] = ["Tickets", "Admission", "RoomAddresses", "CardDoor", "CardPressed", "CardTurn", "RoomPhrases", "ChangedWords"],
        // An advisor sees their profile exactly as employees do, and writes plain text as they do.
        [("Profiles", "Intake")] = ["Profile", "PlainText"],
        // The limits of confidentiality, before somebody joins a line.
        [("Appointments", "Explaining")] = ["Explain"],
        // What a talk, a report and a complaint are, and what somebody may expect about whom something is said.
        [("Intake", "Explaining")] = ["Explain"],
        [("SoundingBoard", "Intake")] = ["PlainText"],
        // A short text is read the same way everywhere.
        [("Messages", "Intake")] = ["PlainText"],
        [("Messages", "Handoffs")] = ["Desk", "HandoffsPhrases", "HandoffsSettings"],
        // From an answer to another talk, or to what can be read.
        [("Aftercare", "Handoffs")] = ["Desk"],
        [("Aftercare", "Explaining")] = ["Explain"],
        [("Aftercare", "Messages")] = ["MessageBook", "Correspondence", "Message", "Writer"],
        // Closing begins and ends at a request on the desk.
        [("Register", "Handoffs")] = ["Desk"],
        [("Running", "Packaging")] = ["PackageCommand"],
        // The settings that a manifest repeats: the bot's id and the room's address.
        [("Packaging", "Teams")] = ["TeamsSettings"],
        [("Packaging", "Room")] = ["RoomSettings"],
        // The message extension asks the form and draws the card; the protocol stays in Teams.
        [("Teams", "Announcing")] = ["Announcement", "AnnouncementCard", "AnnouncementForm", "Announced", "AnnouncingPhrases", "SessionLines"],
        // The kit shows the same door as the poster in the room, in the same colours.
        [("Announcing", "Room")] = ["RoomAddresses", "QrCode", "RoomAssets", "Asset", "RoomPages", "PageFooter", "RoomPhrases", "Notices", "Look", "ChangedWords"],
        [("Announcing", "Explaining")] = ["ContentBook", "ContentPage", "ExplainingPhrases"],
        [("Room", "Explaining")] = ["ContentBook", "ContentPage"],
    };

    /// <summary>The capability a type of the bot lies in; null for what the compiler made elsewhere and for the program itself.</summary>
    public static string? Folder(Type type) => Below(type, "VpBot.");

    public static string? Below(Type type, string root) =>
        type.Namespace is { } space && space.StartsWith(root, StringComparison.Ordinal) ? space[root.Length..].Split('.')[0] : null;

    /// <summary>One sentence for each reference that the table does not allow.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<Type> types, Func<Type, string?> folder, Assembly assembly) =>
    [
        .. from type in types
           let known = folder(type)
           where known is not null
           from named in Bodies.TypesOf(type)
           where named.Assembly == assembly
           let other = folder(named)
           where other is not null && other != known && !May(known, other, named)
           select $"{known} may not know {other}: {type.FullName} names {named.FullName}",
    ];

    public static IReadOnlyList<string> Circles(IReadOnlyDictionary<string, string[]> table) =>
        [.. table.Keys.Where(from => Reach(table, from).Contains(from)).Order(StringComparer.Ordinal)];

    private static bool May(string from, string to, Type named) =>
        Allowed.TryGetValue(from, out var allowed) && allowed.Contains(to)
        && (!Only.TryGetValue((from, to), out var only) || only.Contains(Outermost(named).Name));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static HashSet<string> Reach(IReadOnlyDictionary<string, string[]> table, string from)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(table[from]);
        while (open.TryPop(out var next))
            if (reached.Add(next))
                foreach (var further in table.GetValueOrDefault(next, []))
                    open.Push(further);
        return reached;
    }
}
