using VpBot.Language;

namespace VpBot.Employers;

/// <summary>What is wrong with the settings: sentences that say what to change.</summary>
internal sealed class SettingFaults : List<string>
{
    public void Need(string value, string at, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add($"{at} is empty. Fill in {what}.");
    }

    public void NeedGuid(string value, string at)
    {
        if (!Guid.TryParseExact(value, "D", out _))
            Add($"{at} is \"{value}\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.");
    }

    public void NeedEveryTongue(Dictionary<string, string> texts, string at, string what)
    {
        foreach (var tongue in Tongue.All.Where(tongue => string.IsNullOrWhiteSpace(texts.GetValueOrDefault(tongue.Code))))
            Add($"{at}:{tongue.Code} is empty: {what}.");
    }
}
