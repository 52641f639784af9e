namespace VpBot.Browser.Support;

/// <summary>A Playground whose first employer asked for the second way in: the dialogs as cards.</summary>
public sealed class CardHouse(Chromium chromium) : House(chromium)
{
    protected override Dictionary<string, string> Settings => new(base.Settings) { ["Employers__duinrand__CardDialogs"] = "true" };
}
