using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What the bot answered to one activity. Status 0 is no answer; the raw text then says why none came.</summary>
public sealed record BotAnswer(int Status, string Raw, TimeSpan Took)
{
    public bool Accepted => Status is >= 200 and < 300;

    public JsonNode? Body { get; } = Wire.Parse(Raw);

    /// <summary>The address that a <c>task/fetch</c> opens as a dialog, or null.</summary>
    public Uri? Dialog => Task("continue").At("url").String() is { } url ? new(url) : null;

    /// <summary>The card that a <c>task/fetch</c> or <c>task/submit</c> shows in a dialog, or null.</summary>
    public JsonObject? DialogCard => Task("continue").At("card").At("content") as JsonObject;

    public string? DialogTitle => Task("continue").At("title").String();

    /// <summary>The plain words that a <c>task/fetch</c> shows instead of a dialog, or null.</summary>
    public string? DialogMessage => Task("message").String();

    /// <summary>The card that a message extension puts into the message that somebody is writing, or null.</summary>
    public JsonObject? ComposedCard => Body.At("composeExtension").At("type").String() == "result"
        ? (Body.At("composeExtension").At("attachments") as JsonArray)?.FirstOrDefault().At("content") as JsonObject
        : null;

    /// <summary>The card that an <c>adaptiveCard/action</c> gives the viewer, or null.</summary>
    public JsonObject? Card => Answered("application/vnd.microsoft.card.adaptive") as JsonObject;

    /// <summary>The words that an <c>adaptiveCard/action</c> shows for a moment, or null.</summary>
    public string? Notice => Answered("application/vnd.microsoft.activity.message").String();

    private JsonNode? Task(string type) => Body.At("task").At("type").String() == type ? Body.At("task").At("value") : null;

    private JsonNode? Answered(string type) => Body.At("type").String() == type ? Body.At("value") : null;
}
