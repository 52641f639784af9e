namespace VpBot.Browser.Support;

/// <summary>A Playground whose provider switched on Polish.</summary>
public sealed class PolishHouse(Chromium chromium) : House(chromium)
{
    protected override Dictionary<string, string> Settings => new(base.Settings) { ["Language__Unreviewed__0"] = "pl" };
}
