using System.Text;
using VpBot.Language;

namespace VpBot.Explaining.Reviewing;

public static class TextsCommand
{
    /// <summary><c>dotnet run --project bot -- texts --language nl</c> prints every text of the product as one document to review.</summary>
    public static bool IsAsked(string[] args) => args is ["texts", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["texts", "--language", "nl" or "en"])
        {
            await Console.Error.WriteLineAsync("Say which language: texts --language nl, or texts --language en.");
            return 1;
        }

        await Console.Out.WriteAsync(Document(Tongue.Of(args[2])));
        return 0;
    }

    internal static string Document(Tongue tongue)
    {
        var document = new StringBuilder().Append(tongue == Tongue.Dutch ? "# Alle teksten van VpBot\n" : "# Every text of VpBot\n");
        foreach (var text in ReviewedText.All(tongue))
        {
            document.Append('\n').Append("## ").Append(text.Title).Append("\n\n`").Append(text.File).Append("` (").Append(text.State);
            if (text.Prose.Length > 0)
                document.Append("; ").Append(text.Figures(tongue));
            document.Append(")\n\n").AppendJoin('\n', text.Lines).Append('\n');
        }

        return document.ToString();
    }
}
