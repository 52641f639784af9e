using System.Text.Json.Nodes;
using VpBot.Playground;

namespace VpBot.Bench.Load;

/// <summary>As many employers, advisors and employees as a measurement needs, all invented, in a settings file of its own.</summary>
public sealed class Town
{
    // More than these stand in files of their own, as an operator with many employers has them.
    private const int MostInSettings = 500;
    private const string Provider = "10000000-0000-4000-8000-000000000001";

    public Town(string folder, int employers, int advisors, int perEmployer = 3, DateOnly? fiveFullDaysFrom = null)
    {
        (EmployerCount, AdvisorCount, SettingsFile) = (employers, advisors, Path.Combine(folder, "town.json"));
        var settings = JsonNode.Parse(File.ReadAllText(Repository.SettingsTemplate))!.AsObject();
        var (people, served) = (new JsonObject(), new JsonObject());
        for (var advisor = 0; advisor < advisors; advisor++)
            people[AdvisorKey(advisor)] = Advisor(settings["Provider"]!["Advisors"]!["sanne"]!, advisor, fiveFullDaysFrom);
        for (var employer = 0; employer < employers; employer++)
        {
            var one = new JsonObject
            {
                ["Name"] = $"Werkgever {employer} (fictief)",
                ["TenantId"] = Tenant(employer),
                ["ExternalAdvisors"] = new JsonArray([.. AdvisorsOf(employer, perEmployer).Select(key => (JsonNode)key!)]),
                ["Advisors"] = new JsonObject(),
            };
            if (employers <= MostInSettings)
                served[EmployerKey(employer)] = one;
            else
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "employers")).FullName, $"{EmployerKey(employer)}.json"), one.ToJsonString());
        }

        if (employers > MostInSettings)
            settings["EmployerFolder"]!["Path"] = Path.Combine(folder, "employers");

        settings["Provider"]!["Advisors"] = people;
        settings["Employers"] = served;
        settings["Register"]!["People"] = new JsonObject();
        File.WriteAllText(SettingsFile, settings.ToJsonString());
    }

    public int EmployerCount { get; }

    public int AdvisorCount { get; }

    public string SettingsFile { get; }

    public string[] AdvisorsOf(int employer, int perEmployer) => [.. Enumerable.Range(0, Math.Min(perEmployer, AdvisorCount)).Select(which => AdvisorKey((employer + which) % AdvisorCount))];

    public static string EmployerKey(int employer) => $"werkgever{employer}";

    public static string AdvisorKey(int advisor) => $"adviseur{advisor}";

    public static string Tenant(int employer) => $"20000000-0000-4000-8000-{employer:x12}";

    public static string AdvisorObject(int advisor) => $"10000000-0000-4000-8000-{advisor + 4096:x12}";

    /// <summary>An advisor of the provider opens the bot, so that handoffs can arrive.</summary>
    public string AdvisorComes(int advisor, string serviceUrl) => Activity(Provider, AdvisorObject(advisor), $"adviseur{advisor}", "conversationUpdate", serviceUrl,
        """, "membersAdded":[{"id":"28:40000000-0000-4000-8000-000000000004"}]""", $"komt{advisor}");

    /// <summary>A line typed in the chat by one of the employees.</summary>
    public string Line(int person, string id, string serviceUrl) => Activity(Tenant(person % EmployerCount), Person(person), $"p{person}", "message", serviceUrl,
        """, "text":"Goedemorgen, ik wil iets vragen.","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<p>Goedemorgen, ik wil iets vragen.</p>"}]""", id);

    /// <summary>A press on the one live button.</summary>
    public string Fetch(int person, string id, string serviceUrl) => Activity(Tenant(person % EmployerCount), Person(person), $"p{person}", "invoke", serviceUrl,
        """, "name":"task/fetch","value":{"data":{"data":{"msteams":{"type":"task/fetch"}},"lang":"nl"},"context":{"theme":"default"}},"replyToId":"1" """.TrimEnd(), id);

    /// <summary>The advisor says yes, on the card in the chat.</summary>
    public string Accept(Handoff handoff, string serviceUrl) => Activity(Provider, AdvisorObject(handoff.Advisor), AdvisorKey(handoff.Advisor), "invoke", serviceUrl,
        $$$""", "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"handoff.accept","data":{"appointment":"{{{handoff.Appointment}}}","round":"{{{handoff.Round}}}"}},"trigger":"manual"},"replyToId":"1" """.TrimEnd(), $"ja{handoff.Appointment}");

    /// <summary>An answer in the chat, as one gives it to a bot that talks there.</summary>
    public string Say(int person, string words, string id, string serviceUrl) => Activity(Tenant(person % EmployerCount), Person(person), $"p{person}", "message", serviceUrl,
        $$$""", "text":"{{{words}}}","textFormat":"plain" """.TrimEnd(), id);

    /// <summary>The advisor whose chat this is.</summary>
    public static int AdvisorOf(string conversation) => int.Parse(conversation.AsSpan("a:adviseur".Length), System.Globalization.CultureInfo.InvariantCulture);

    private static string Person(int person) => $"30000000-0000-4000-8000-{person:x12}";

    private static string Activity(string tenant, string person, string chat, string type, string serviceUrl, string more, string id) =>
        $$$"""
        {"type":"{{{type}}}","id":"{{{id}}}","timestamp":"2027-01-11T09:00:00.0000000Z","localTimestamp":"2027-01-11T10:00:00.0000000+01:00","localTimezone":"Europe/Amsterdam","serviceUrl":"{{{serviceUrl}}}","channelId":"msteams","from":{"id":"29:{{{person}}}","name":"Noor Verzonnen","aadObjectId":"{{{person}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{tenant}}}","id":"a:{{{chat}}}"},"recipient":{"id":"28:40000000-0000-4000-8000-000000000004","name":"VpBot"},"entities":[{"type":"clientInfo","locale":"nl-NL","country":"NL","platform":"Web","timezone":"Europe/Amsterdam"}],"channelData":{"tenant":{"id":"{{{tenant}}}"},"source":{"name":"message"}},"locale":"nl-NL"{{{more}}}}
        """;

    private static JsonNode Advisor(JsonNode like, int advisor, DateOnly? fullFrom)
    {
        var one = like.DeepClone().AsObject();
        one["Name"] = $"Adviseur {advisor} (fictief)";
        one["ObjectId"] = AdvisorObject(advisor);
        one["Calendar"] = new JsonObject
        {
            ["Hours"] = new JsonObject((fullFrom is null ? Enum.GetNames<DayOfWeek>() : []).Select(day => KeyValuePair.Create(day, (JsonNode?)new JsonArray("08:00-20:00")))),
            // Ten hours a day on five days: a hundred talks of half an hour, whatever day it is today.
            ["Exceptions"] = new JsonArray([.. Enumerable.Range(0, fullFrom is null ? 0 : 5).Select(day => (JsonNode)new JsonObject
            {
                ["Date"] = fullFrom!.Value.AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["Hours"] = new JsonArray("08:00-18:00"),
            })]),
            ["BufferBefore"] = "00:00:00",
            ["BufferAfter"] = "00:00:00",
            ["MinimumNotice"] = "04:00:00",
            ["FurthestDay"] = 28,
            ["TalkLength"] = "00:30:00",
            ["MostPerDay"] = 24,
        };
        return one;
    }
}
