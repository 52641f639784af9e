using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>All that the page shows, at one moment.</summary>
internal sealed record PageState(
    long Version, string Bot, string? BotProblem, string Fault, string GraphFault, IEnumerable<ShownPerson> People,
    ShownChat Employee, ShownChat Advisor, ShownAgenda? Agenda, IEnumerable<ShownLine> Meeting, JsonObject? Draft, ShownArchive Tenant)
{
    public static PageState Of(PlaygroundServer playground, Person employee, Person advisor)
    {
        // First the number, then the rest: a change in between is fetched again rather than missed.
        var version = playground.Changes.Version;
        var (teams, people) = (playground.Teams, playground.People.All);
        return new(
            version,
            playground.IsResetting ? "resetting" : playground.Bot is null or { IsRunning: true } ? "running" : "stopped",
            teams.LastAnswer is { Accepted: false } answer ? $"{answer.Status} {answer.Raw}".Trim() : null,
            FaultModes.NameOf(playground.Connector.Faults, people),
            GraphFaultModes.NameOf(playground.Graph.Faults, people),
            people.Select(person => new ShownPerson(person.Key, person.Name, person.Role, person.Tenant.Name)),
            ShownChat.Of(teams, employee),
            ShownChat.Of(teams, advisor),
            ShownAgenda.Of(playground.Graph, advisor),
            teams.Meeting.Lines.Select(line => new ShownLine(line.Person.Name, line.Text, line.At, line.Card)),
            teams.Meeting.Draft,
            ShownArchive.Of(teams.Archive(employee)));
    }
}

internal sealed record ShownPerson(string Key, string Name, Role Role, string Tenant);

internal sealed record ShownLine(string Name, string Text, DateTimeOffset At, JsonObject? Card);

internal sealed record ShownChat(string Person, IEnumerable<ShownMessage> Messages)
{
    public static ShownChat Of(EmulatedTeams teams, Person person) =>
        new(person.Key, teams.Chat(person).Select(message => new ShownMessage(
            message.Id, message.FromBot, message.At, message.Version, message.ViewerCard is not null,
            message.Deleted ? null : message.Text, message.Deleted ? null : message.Card, message.Deleted, message.RefreshAction is not null)));
}

internal sealed record ShownMessage(
    string Id, bool FromBot, DateTimeOffset At, int Version, bool ForViewer, string? Text, JsonObject? Card, bool Deleted, bool Refreshes);

internal sealed record ShownArchive(string Name, IEnumerable<ShownHeld> Held, IEnumerable<ShownNotHeld> NotHeld)
{
    public static ShownArchive Of(TenantArchive archive) => new(
        archive.Tenant.Name,
        archive.Held.Select(item => new ShownHeld(item.Number, item.At, item.Kind, item.Person.Name, item.IsAudit, item.Content)),
        archive.NotHeld.Select(item => new ShownNotHeld(item.Number, item.At, item.Kind, item.Person.Name, item.Detail)));
}

internal sealed record ShownHeld(int Number, DateTimeOffset At, HeldKind Kind, string Person, bool Audit, JsonNode? Content);

internal sealed record ShownNotHeld(int Number, DateTimeOffset At, NotHeldKind Kind, string Person, string? Detail);
