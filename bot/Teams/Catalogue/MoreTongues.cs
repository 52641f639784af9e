using System.Text.Json.Nodes;
using VpBot.Cards;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;

namespace VpBot.Teams.Catalogue;

/// <summary>A card in more than the two reviewed languages: the block of the second language once more, in each further one.</summary>
internal static class MoreTongues
{
    private const string Second = "en";

    /// <summary>True for a language that can say a whole card. A card is never in two languages at once.</summary>
    public static bool CanSay(Tongue tongue) =>
        !tongue.IsReviewed && tongue.Wordings.Phrases(typeof(FrontDoorPhrases)) is not null && tongue.Wordings.Phrases(typeof(ExposurePhrases)) is not null;

    public static JsonObject Fill(Func<CardTongues, ICard> draw, CardTongues reviewed, IReadOnlyList<Tongue> more)
    {
        var card = CardTemplate.Fill(draw(reviewed));
        if (more.Count == 0)
            return card;
        var blocks = card["body"]!.AsArray();
        foreach (var tongue in more)
            blocks.Add(Block(draw, reviewed, tongue));
        IReadOnlyList<Tongue> all = [reviewed.First, reviewed.Second, .. more];
        foreach (var block in blocks)
            Switch(block!, all);
        return card;
    }

    private static JsonObject Block(Func<CardTongues, ICard> draw, CardTongues reviewed, Tongue tongue)
    {
        var block = CardTemplate.Fill(draw(reviewed with { Second = tongue }))["body"]![1]!.DeepClone().AsObject();
        Rename(block, tongue.Code);
        var top = block["items"]!.AsArray();
        top.Insert(0, Notice(tongue.NotReviewed));
        top.Insert(1, Notice(reviewed.First.Words<RoomPhrases>().NotReviewed));
        return block;
    }

    internal static JsonObject Notice(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["isSubtle"] = true };

    /// <summary>Names the parts of a block after its language: only what the client and we read, never a text.</summary>
    private static void Rename(JsonNode node, string code)
    {
        if (node is JsonArray items)
            foreach (var item in items.OfType<JsonNode>().Where(item => item is not JsonValue))
                Rename(item, code);
        if (node is not JsonObject element)
            return;
        foreach (var (name, value) in element.ToList())
        {
            if (name is "id" or "lang" && value is JsonValue)
                element[name] = Named(value, code);
            else if (name == "targetElements")
                element[name] = new JsonArray([.. value!.AsArray().Select(target => (JsonNode?)Named(target!, code))]);
            else if (value is not null)
                Rename(value, code);
        }
    }

    private static string Named(JsonNode value, string code) =>
        value.GetValue<string>() is var name && (name == Second || name.StartsWith($"{Second}-", StringComparison.Ordinal)) ? code + name[Second.Length..] : name;

    /// <summary>With two languages one press turns both blocks around; with more, there is one button for each other language.</summary>
    private static void Switch(JsonNode block, IReadOnlyList<Tongue> all)
    {
        var own = block["id"]!.GetValue<string>();
        foreach (var actions in block["items"]!.AsArray().Select(item => item?["actions"]).OfType<JsonArray>())
        {
            if (actions is not [JsonObject { } only] || only["targetElements"] is not JsonArray targets || !targets.Any(target => target?.GetValue<string>() == own))
                continue;
            actions.Clear();
            foreach (var tongue in all.Where(tongue => tongue.Code != own))
                actions.Add(new JsonObject { ["type"] = "Action.ToggleVisibility", ["title"] = tongue.OwnName, ["targetElements"] = Only(tongue, all) });
        }
    }

    private static JsonArray Only(Tongue shown, IReadOnlyList<Tongue> all) =>
        new([.. all.Select(tongue => (JsonNode?)new JsonObject { ["elementId"] = tongue.Code, ["isVisible"] = tongue == shown })]);
}
