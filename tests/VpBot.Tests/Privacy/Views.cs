using System.Globalization;
using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>
/// Everything that somebody can fetch, as it came, with moments, numbers and counts. Only what differs at every look by nature is
/// taken out: the session token of a page and the ticket of a dialog.
/// </summary>
internal sealed class Views(PlaygroundServer server)
{
    /// <summary>An advisor: the chat, the desk and every request on it, their own calendar, and a card action on what is not there.</summary>
    public async Task<string> OfAdvisorAsync(Person advisor)
    {
        var view = Chat(advisor);
        using var desk = await EnterAsync(advisor, "desk", view);
        var waiting = desk.Page.Values;
        foreach (var value in waiting.Append("refresh"))
        {
            view.Add(Seen.WithoutToken(await desk.AnswerAsync(value)));
            if (desk.Page.Step == "Request")
                await desk.AnswerAsync("back");
        }

        if (server.Graph.HasMailbox(advisor))
            view.AddRange(server.Graph.Calendar(advisor).Events.Select(item => $"{item} {item.Fields.ToJsonString()}"));
        var nothing = new JsonObject { ["action"] = new JsonObject { ["verb"] = "handoff.refresh", ["data"] = new JsonObject { ["appointment"] = "0", ["round"] = "1" } } };
        view.Add((await server.Teams.InvokeAsync(advisor, "adaptiveCard/action", nothing)).Raw);
        return string.Join('\n', view);
    }

    /// <summary>HR: their chat, the meeting chat, and the room as it opens for them.</summary>
    public async Task<string> OfHumanResourcesAsync()
    {
        var view = Chat(server.People.Hilde);
        view.AddRange(server.Teams.Meeting.Lines.Select(message => $"{message}"));
        using var room = await EnterAsync(server.People.Hilde, "room", view);
        view.Add(Seen.WithoutToken(await room.AnswerAsync("appointment")));
        return string.Join('\n', view);
    }

    /// <summary>Another employer: an employee's chat and room, and all that its tenant holds.</summary>
    public async Task<string> OfOtherEmployerAsync()
    {
        var view = Chat(server.People.Wietske);
        using var room = await EnterAsync(server.People.Wietske, "room", view);
        view.Add(Seen.WithoutToken(await room.AnswerAsync("appointment")));
        view.Add(Archive(server.People.Wietske.Tenant));
        return string.Join('\n', view);
    }

    /// <summary>The free times of the advisor whom both employers have, as the other employer's people see them.</summary>
    public async Task<RoomPageSeen> FreeTimesElsewhereAsync()
    {
        using var visitor = new RoomVisitor(server.Bot!.Address);
        await visitor.BeginAsync("windhoek");
        return await visitor.GoToAsync("When", "amir");
    }

    public string Archive(Tenant tenant) => string.Join('\n', server.Teams.Archive(tenant).Held.Select(item =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Number} {item.At:O} {item.Kind} {item.Person.Key} {Talks.Text(item.Content)}")));

    private List<string> Chat(Person person) => [.. server.Teams.Chat(person).Select(message =>
        string.Create(CultureInfo.InvariantCulture, $"{message.Id} {message.At:O} {message.Version} {message.Deleted} {Talks.Text(message.Activity)} {Talks.Text(message.Card)}"))];

    private async Task<RoomVisitor> EnterAsync(Person person, string open, List<string> view)
    {
        var press = await server.Teams.PressAsync(person, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = open, ["lang"] = "nl" });
        view.Add(press.Raw.Replace(press.Dialog!.Fragment, "#", StringComparison.Ordinal));
        var visitor = new RoomVisitor(server.Bot!.Address);
        await visitor.EnterAsync(press.Dialog);
        view.Add(Seen.WithoutToken(visitor.Page));
        return visitor;
    }
}
