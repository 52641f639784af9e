using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Outgoing;

namespace VpBot.Teams.Incoming;

/// <summary>
/// A press on a Universal Action. Only advisors in the provider's own tenant have such cards. Pressing twice is harmless: the
/// answer is the card as it stands. Source: "Universal Actions for Adaptive Cards", <c>adaptiveCard/action</c>.
/// </summary>
internal sealed class CardAction(IDbContextFactory<Database> databases, EmployerDirectory directory, ICardActions actions, AdvisorConversations conversations)
{
    public async Task<TurnAnswer> AnswerAsync(Activity activity, CancellationToken stopping)
    {
        if (directory.AdvisorOf(activity.Conversation!.TenantId, activity.From!.AadObjectId) is not ExternalAdvisor advisor
            || Read(activity.Value) is not var (verb, data))
        {
            return Refused(StatusCodes.Status403Forbidden, activity);
        }

        await KeepAsync(advisor, new(activity.ServiceUrl!, activity.Conversation.Id!, activity.From.Id!), stopping);
        return await actions.PressAsync(new CardPress(advisor, verb, data, activity.From.Id!), stopping) is { } card
            ? Answer(StatusCodes.Status200OK, CardMessage.ContentType, CardTemplate.Fill(card))
            : Refused(StatusCodes.Status400BadRequest, activity);
    }

    /// <summary>Where this advisor is reached: nearly always where they were reached before.</summary>
    private async Task KeepAsync(Advisor advisor, AdvisorConversation here, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        await conversations.KeepAsync(db, advisor, here, stopping);
        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch (DbUpdateException fault) when (fault.WasTaken())
        {
            // Another press at the same moment was the first to say so.
        }
    }

    /// <summary>The verb and the data; Teams merges a card's inputs into the data, so unknown members are no fault.</summary>
    private static (string Verb, IReadOnlyDictionary<string, string> Data)? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
            return null;
        if (!action.TryGetProperty("verb", out var verb) || verb.ValueKind != JsonValueKind.String)
            return null;
        var data = action.TryGetProperty("data", out var members) && members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Value.GetString()!)
            : [];
        return (verb.GetString()!, data);
    }

    private static TurnAnswer Refused(int status, Activity activity) =>
        Answer(status, "application/vnd.microsoft.error", new JsonObject
        {
            ["code"] = "NotServed",
            ["message"] = Tongue.Of(activity.Locale).Words<FrontDoorPhrases>().NotServed,
        });

    private static TurnAnswer Answer(int status, string type, JsonObject value) => new(
        StatusCodes.Status200OK,
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value }));
}
