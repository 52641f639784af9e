namespace VpBot.Language;

/// <summary>Tells apart the two hours of one name in the autumn night.</summary>
public sealed class TimePhrases : Phrases
{
    public string InSummerTime(string time) => With(time);
    public string InWinterTime(string time) => With(time);
}
