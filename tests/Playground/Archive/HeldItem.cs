using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What a Microsoft 365 tenant keeps of a chat with a bot, as Microsoft documents it.</summary>
public enum HeldKind
{
    TypedLine,
    BotMessage,

    /// <summary>The new version; retention keeps the earlier one too, as its own item.</summary>
    BotMessageUpdated,

    /// <summary>The bot took its message back from the chat; retention keeps what it said.</summary>
    BotMessageDeleted,

    /// <summary>A card that a person put into a message of their own, with the help of an app, and posted.</summary>
    PostedCard,

    /// <summary>Audit line with the user's name.</summary>
    AppInstalled,

    /// <summary>Audit line with the user's name.</summary>
    AppUninstalled,

    /// <summary>Audit line of a press on an inline card action, with the user's name and what the press carried.</summary>
    PerformedCardAction,
}

/// <summary>What happened beside the tenant's storage, shown so that a reader sees the difference.</summary>
public enum NotHeldKind
{
    /// <summary>A button that opens a dialog: documented as not audited.</summary>
    TaskFetch,

    /// <summary>The page in the dialog, and everything said there.</summary>
    DialogContent,

    /// <summary>Folding out or switching language in a card: it never leaves the client.</summary>
    Toggle,

    /// <summary>A card that came as the answer to an invoke: it is shown to the viewer and not stored as a message.</summary>
    AnsweredCard,

    /// <summary>A link on a card that somebody followed; what Teams keeps of it is not documented.</summary>
    FollowedLink,
}

/// <summary>One stored thing. Its content is the raw activity, the typed text or the pressed data.</summary>
public sealed record HeldItem(int Number, DateTimeOffset At, HeldKind Kind, Person Person, JsonNode? Content)
{
    public bool IsAudit => Kind is HeldKind.AppInstalled or HeldKind.AppUninstalled or HeldKind.PerformedCardAction;
}

public sealed record NotHeldItem(int Number, DateTimeOffset At, NotHeldKind Kind, Person Person, string? Detail);
