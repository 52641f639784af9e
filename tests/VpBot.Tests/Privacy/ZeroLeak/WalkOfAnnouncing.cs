using System.Text.Json.Nodes;
using VpBot.Playground;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>HR announces from every kind of chat; somebody writes to the bot there all the same; the kit is read.</summary>
internal sealed partial class Walk
{
    private async Task AnnounceAsync()
    {
        var hilde = Server.People.Hilde;
        foreach (var place in ChatPlace.All)
        {
            canaries.Plant(Kind.Chat, place.Id);
            await Server.Teams.ComposeAsync(hilde, place);
            // On the card that HR posts it may stand: they wrote it. Nowhere else.
            var answer = await Server.Teams.SubmitComposeAsync(hilde, new JsonObject
            {
                ["step"] = "session",
                ["tongue"] = tongue.Reviewed.Code,
                ["day"] = TimeProvider.System.GetUtcNow().AddDays(40).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["time"] = "10:00",
                ["place"] = canaries.NewWord(Kind.PostedByHr),
            }, place == ChatPlace.Meeting ? null : place);
            Assert.NotNull(answer.ComposedCard);
            await Server.Teams.SubmitComposeAsync(hilde, new JsonObject { ["step"] = "session", ["tongue"] = tongue.Reviewed.Code, ["day"] = "2020-01-01", ["place"] = $"<b>{canaries.NewWord(Kind.FreeText)}</b>" }, place);
            if (place != ChatPlace.Colleague)
                await Server.Teams.PostAsync(Activities.In(place, Server.Teams.Activities.Message(Employee, canaries.NewWord(Kind.TypedLine))));
        }

        Server.Teams.Meeting.Post(hilde);
        using var reader = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Server.Bot!.Address };
        foreach (var path in new[] { "", "/poster", "/slide" })
        {
            using var page = await reader.GetAsync(new Uri($"/kit/duinrand/{tongue.Reviewed.Code}{path}", UriKind.Relative));
            house.Note(Exchange.Of(page));
        }
    }
}
