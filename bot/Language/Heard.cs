namespace VpBot.Language;

/// <summary>What a turn said in other words than ours, or in another language than was asked for. It lives as long as the turn.</summary>
public sealed class Heard
{
    /// <summary>True when something had no words in the language of the room: the whole page is then drawn in a reviewed one.</summary>
    public bool NeedsReviewed { get; private set; }

    /// <summary>The oldest review of a text that the provider changed; null when nothing of it was said.</summary>
    public DateOnly? ChangedOn { get; private set; }

    internal void OtherLanguage() => NeedsReviewed = true;

    internal void Changed(DateOnly reviewed) => ChangedOn = ChangedOn is { } known && known < reviewed ? known : reviewed;
}
