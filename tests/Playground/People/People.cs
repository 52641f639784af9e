using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>Who there is: the tenants and advisors of the settings template, and fictitious employees of its employers.</summary>
public sealed class People
{
    private readonly Dictionary<string, Person> byKey;
    private readonly Dictionary<string, Person> byConversation;

    private People(IReadOnlyList<Tenant> tenants, IReadOnlyCollection<Person> people)
    {
        Tenants = tenants;
        byKey = new(people.Select(person => KeyValuePair.Create(person.Key, person)));
        byConversation = new(people.Select(person => KeyValuePair.Create(person.ConversationId, person)));
    }

    public IReadOnlyList<Tenant> Tenants { get; }

    public IReadOnlyCollection<Person> All => byKey.Values;

    public Person this[string key] => byKey.TryGetValue(key, out var person)
        ? person
        : throw new KeyNotFoundException($"Nobody here is called '{key}'. There are: {string.Join(", ", byKey.Keys)}.");

    public Person Noor => this["noor"];
    public Person Bram => this["bram"];
    public Person Hilde => this["hilde"];
    public Person Wietske => this["wietske"];
    public Person Sanne => this["sanne"];
    public Person Amir => this["amir"];
    public Person Marijke => this["marijke"];

    internal Person? WithTeamsId(string? teamsId) => All.FirstOrDefault(person => person.TeamsId == teamsId);

    /// <summary>Null when nobody here has this object id or mail address.</summary>
    internal Person? WithObjectIdOrMail(string? id) => All.FirstOrDefault(person =>
        string.Equals(person.ObjectId, id, StringComparison.OrdinalIgnoreCase) || string.Equals(person.Mail, id, StringComparison.OrdinalIgnoreCase));

    internal Person? InConversation(string? conversationId) => conversationId is null ? null : byConversation.GetValueOrDefault(conversationId);

    /// <summary>More staff, for a test that needs a large organisation; they do not have the app yet. Before anything runs.</summary>
    public IReadOnlyList<Person> Hire(Tenant employer, int count)
    {
        var staff = Enumerable.Range(1, count).Select(number => new Person(
            $"staff-{number}", $"Naam {number}", string.Create(CultureInfo.InvariantCulture, $"20000000-0000-4000-9000-{number:000000000000}"), employer, Role.Employee, number % 2 == 0 ? "nl-NL" : "en-GB")).ToList();
        staff.ForEach(person => (byKey[person.Key], byConversation[person.ConversationId]) = (person, person));
        return staff;
    }

    internal static People From(JsonNode template)
    {
        var provider = Read("provider", template["Provider"]!, isProvider: true);
        var employers = template["Employers"]!.AsObject().ToDictionary(entry => entry.Key, entry => Read(entry.Key, entry.Value!, isProvider: false));
        var advisors = Advisors(template["Provider"]!, provider, Role.ExternalAdvisor)
            .Concat(employers.Values.SelectMany(employer => Advisors(template["Employers"]![employer.Key]!, employer, Role.InternalAdvisor)));
        return new([provider, .. employers.Values], [.. Staff(employers["duinrand"], employers["windhoek"]), .. advisors]);
    }

    private static Person[] Staff(Tenant duinrand, Tenant windhoek) =>
    [
        new("noor", "Noor Denkbeeld", "20000000-0000-4000-8000-0000000000c1", duinrand, Role.Employee, "nl-NL"),
        new("bram", "Bram Schets", "20000000-0000-4000-8000-0000000000c2", duinrand, Role.Employee, "en-GB"),
        new("hilde", "Hilde Ontwerp", "20000000-0000-4000-8000-0000000000d1", duinrand, Role.HumanResources, "nl-NL"),
        new("wietske", "Wietske Verzinsel", "30000000-0000-4000-8000-0000000000c1", windhoek, Role.Employee, "nl-NL"),
    ];

    private static Tenant Read(string key, JsonNode party, bool isProvider) =>
        new(key, party["Name"]!.String()!, party["TenantId"]!.String()!, isProvider);

    private static IEnumerable<Person> Advisors(JsonNode party, Tenant tenant, Role role) =>
        party["Advisors"]!.AsObject().Select(entry =>
            WithMail(new Person(entry.Key, entry.Value!["Name"]!.String()!, entry.Value["ObjectId"]!.String()!, tenant, role, "nl-NL"), entry.Value["Mail"].String()));

    private static Person WithMail(Person person, string? mail) => string.IsNullOrEmpty(mail) ? person : person with { Mail = mail };
}
