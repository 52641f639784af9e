using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What HR does in the meeting chat on the page, and an employee who reads along there.</summary>
internal static class MeetingEndpoints
{
    internal sealed record Writing(string Person, JsonNode? Data);

    public static void MapMeeting(this RouteGroupBuilder page, PlaygroundServer playground)
    {
        var (teams, people) = (playground.Teams, playground.People);
        page.MapPost("/meeting", (PageEndpoints.Typed typed) => Told(() => teams.Meeting.Type(people[typed.Person], typed.Text)));
        page.MapPost("/meeting/compose", async (Writing writing) => PageEndpoints.Outcome(await teams.ComposeAsync(people[writing.Person])));
        page.MapPost("/meeting/submit", async (Writing writing) => PageEndpoints.Outcome(await teams.SubmitComposeAsync(people[writing.Person], writing.Data ?? new JsonObject())));
        page.MapPost("/meeting/post", (Writing writing) => Told(() => teams.Meeting.Post(people[writing.Person])));
        page.MapPost("/meeting/take-out", () => Told(teams.Meeting.TakeOut));
        page.MapPost("/meeting/followed", (Writing writing) => teams.NoteLink(people[writing.Person]));

        void Told(Action act)
        {
            act();
            playground.Changes.Announce();
        }
    }
}
