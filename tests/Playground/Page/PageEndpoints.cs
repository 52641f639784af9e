using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What the page asks for and what a person does on it.</summary>
internal static class PageEndpoints
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);

    internal sealed record Typed(string Person, string Text);

    internal sealed record Pressed(string Person, string Message, JsonNode? Data, string? Verb, string? ActionId, string? Theme);

    internal sealed record Shown(string Person, string Message);

    internal sealed record Faulty(string Mode, string? Person);

    public static void MapPage(this WebApplication app, PlaygroundServer playground)
    {
        var (teams, page) = (playground.Teams, app.MapGroup("/page"));
        page.MapGet("/state", async (long since, string employee, string advisor, CancellationToken gone) =>
        {
            await playground.Changes.WaitAsync(since, LongPoll, gone);
            return Results.Json(PageState.Of(playground, playground.People[employee], playground.People[advisor]), Wire.Json);
        });
        page.MapPost("/type", async (Typed typed) => Outcome(await teams.TypeAsync(playground.People[typed.Person], typed.Text)));
        page.MapPost("/press", async (Pressed press) =>
            Outcome(await teams.PressAsync(playground.People[press.Person], press.Data ?? new JsonObject(), press.Theme ?? "default", press.Message)));
        page.MapPost("/dialog", async (Pressed press) =>
            Outcome(await teams.SubmitDialogAsync(playground.People[press.Person], press.Data ?? new JsonObject())));
        page.MapPost("/submit", async (Pressed press) =>
            Outcome(await teams.SubmitAsync(playground.People[press.Person], press.Message, press.Data ?? new JsonObject())));
        page.MapPost("/execute", async (Pressed press) =>
            Outcome(await teams.ExecuteAsync(playground.People[press.Person], press.Message, press.Verb ?? "", press.Data, press.ActionId)));
        page.MapPost("/refresh", async (Shown shown) =>
        {
            var message = teams.Chat(playground.People[shown.Person]).FirstOrDefault(message => message.Id == shown.Message);
            if (message is not null) await teams.RefreshAsync(message);
        });
        page.MapPost("/toggled", (Shown shown) => teams.NoteToggle(playground.People[shown.Person]));
        page.MapPost("/fault", (Faulty fault) => Switch(playground, fault));
        page.MapAgenda(playground);
        page.MapMeeting(playground);
        page.MapPost("/reset", playground.ResetAsync);
    }

    internal static JsonObject Outcome(BotAnswer answer) => new()
    {
        ["status"] = answer.Status,
        ["problem"] = answer.Accepted ? null : answer.Raw,
        ["dialog"] = answer.Dialog is null && answer.DialogCard is null ? null : answer.Body.At("task").At("value")?.DeepClone(),
        ["message"] = answer.DialogMessage ?? answer.Notice,
    };

    private static IResult Switch(PlaygroundServer playground, Faulty fault)
    {
        var faults = playground.Connector.Faults;
        var decision = FaultModes.Find(fault.Mode);
        if (decision is null && fault.Mode != FaultModes.Blocked) return Results.BadRequest($"Choose one of: {FaultModes.Names}.");
        foreach (var person in playground.People.All) faults.Unblock(person);
        if (fault.Mode == FaultModes.Blocked) faults.Block(playground.People[fault.Person ?? "noor"]);
        faults.Now = decision ?? FaultDecision.Working;
        playground.Changes.Announce();
        return Results.NoContent();
    }
}
