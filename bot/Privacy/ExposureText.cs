using System.Text;
using VpBot.Language;

namespace VpBot.Privacy;

/// <summary>The register as text. Nobody writes a second version of it by hand.</summary>
public static class ExposureText
{
    /// <summary>Every surface, as Markdown for the page "what can my employer see?".</summary>
    public static string Page(Tongue tongue) => string.Join("\n", ExposureRegister.All.Select(exposure => Section(exposure, tongue.Words<ExposurePhrases>())));

    /// <summary>The part of the front door that says what the employer sees, as Markdown for a card.</summary>
    public static string FrontDoor(Tongue tongue) =>
        string.Join('\n', ExposureRegister.All.Where(exposure => exposure.OnFrontDoor).Select(exposure => $"- {tongue.Words<ExposurePhrases>().Holds(exposure.Surface)}"));

    /// <summary>The table of the threat model, in English.</summary>
    public static string Table()
    {
        var words = Tongue.English.Words<ExposurePhrases>();
        var table = new StringBuilder("| surface | what it holds | who can look | how long | how certain | what minimises it |\n|---|---|---|---|---|---|\n");
        foreach (var exposure in ExposureRegister.All)
        {
            table.Append("| ").AppendJoin(" | ",
            [
                words.Title(exposure.Surface),
                words.Holds(exposure.Surface),
                Lookers(exposure, words),
                words.Kept(exposure.Kept),
                exposure.Certainty.ToString().ToLowerInvariant(),
                words.Rule(exposure.Surface),
            ]).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Section(Exposure exposure, ExposurePhrases words) =>
        $"""
        ## {words.Title(exposure.Surface)}

        {words.Holds(exposure.Surface)} {words.Rule(exposure.Surface)}

        - {words.WhoLooks(Lookers(exposure, words))}
        - {words.HowLong(words.Kept(exposure.Kept))}
        - {words.Certainty(exposure.Certainty)}

        """;

    private static string Lookers(Exposure exposure, ExposurePhrases words) => string.Join(", ", exposure.Lookers.Select(words.Looker));
}
