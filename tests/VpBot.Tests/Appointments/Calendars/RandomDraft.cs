using System.Globalization;
using VpBot.Employers;
using VpBot.Intake;
using VpBot.Language;

namespace VpBot.Tests.Appointments.Calendars;

/// <summary>What somebody might say on the way to a talk; the same seed gives the same person.</summary>
internal sealed record RandomDraft(string Name, string Number, Purpose For, Topic About, string Way, string Tongue)
{
    private static readonly string[] Syllables = ["ba", "Zoë", "kru", "mø", "Şen", "l'", "ijs", "quá", "ðor", "nn", "éé", "wie"];

    /// <summary>Somebody about whom something is said goes along a route of their own, to other advisors.</summary>
    private static readonly Purpose[] Purposes = [.. Enum.GetValues<Purpose>().Except([Purpose.Accused])];

#pragma warning disable CA5394 // A seed must give the same draft again.
    public static RandomDraft Of(Random random)
    {
        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));
        var name = string.Concat(Enumerable.Range(0, 5).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return new(
            $"{char.ToUpperInvariant(name[0])}{name[1..]} {Syllables[random.Next(Syllables.Length)]}{Digits(3)}",
            $"06 {Digits(2)} {Digits(2)} {Digits(2)} {Digits(2)}",
            Purposes[random.Next(Purposes.Length)],
            Enum.GetValues<Topic>()[random.Next(Enum.GetValues<Topic>().Length)],
            random.Next(2) == 0 ? "Phone" : "Teams",
            random.Next(2) == 0 ? "nl" : "en");
    }
#pragma warning restore CA5394

    /// <summary>Everything of it that Graph must not learn, in our words and in both languages.</summary>
    public IEnumerable<string> Secrets =>
    [
        Name, Number, Number.Replace(" ", "", StringComparison.Ordinal), For.ToString(), About.ToString(),
        .. new[] { VpBot.Language.Tongue.Dutch, VpBot.Language.Tongue.English }.SelectMany(tongue =>
            new[] { tongue.Words<IntakePhrases>().Purpose(For), tongue.Words<IntakePhrases>().Topic(About) }),
    ];
}
