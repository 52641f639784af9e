using System.Globalization;

namespace VpBot.Playground;

/// <summary>What an advisor does in Outlook on the page, and how Graph fares.</summary>
internal static class AgendaEndpoints
{
    internal sealed record GraphFaulty(string Mode, string Person);

    /// <param name="Start">On the Dutch clock, as a <c>datetime-local</c> input gives it.</param>
    internal sealed record Block(string Person, string Start, int Minutes, string? Subject, bool Private);

    internal sealed record Chosen(string Person, string Id);

    public static void MapAgenda(this RouteGroupBuilder page, PlaygroundServer playground)
    {
        page.MapPost("/graph-fault", (GraphFaulty fault) =>
        {
            if (GraphFaultModes.Set(playground.Graph.Faults, fault.Mode, playground.People[fault.Person]) is { } choices) return Results.BadRequest(choices);
            playground.Changes.Announce();
            return Results.NoContent();
        });
        page.MapPost("/agenda/add", (Block block) =>
        {
            if (!DateTime.TryParse(block.Start, CultureInfo.InvariantCulture, out var start) || block.Minutes is < 5 or > 1440)
                return Results.BadRequest("Give a start on the Dutch clock and 5 to 1440 minutes.");
            var subject = string.IsNullOrWhiteSpace(block.Subject) ? MailboxCalendar.TellingSubject : block.Subject;
            Of(block.Person).AddBlock(GraphZone.WesternEurope.At(start), TimeSpan.FromMinutes(block.Minutes), subject, isPrivate: block.Private);
            return Results.NoContent();
        });
        page.MapPost("/agenda/later", (Chosen chosen) => If(chosen, () => Of(chosen.Person).Move(chosen.Id, TimeSpan.FromHours(1))));
        page.MapPost("/agenda/delete", (Chosen chosen) => If(chosen, () => Of(chosen.Person).Delete(chosen.Id)));

        MailboxCalendar Of(string person) => playground.Graph.Calendar(playground.People[person]);

        // The bot may have taken the event away while a person reached for the button.
        IResult If(Chosen chosen, Action act)
        {
            if (Of(chosen.Person).Find(item => item.Id == chosen.Id) is null) return Results.NoContent();
            act();
            return Results.NoContent();
        }
    }
}
