using System.Text;
using VpBot.Language;

namespace VpBot.Explaining.Reviewing;

public static class TextsCommand
{
    /// <summary>
    /// <c>dotnet run --project bot -- texts --language nl</c> prints every text of the product as one document to review;
    /// with <c>--to-check lawyer</c> or <c>--to-check advisor</c> only the sentences that must be checked before going live.
    /// </summary>
    public static bool IsAsked(string[] args) => args is ["texts", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["texts", "--language", "nl" or "en"])
        {
            await Console.Out.WriteAsync(Document(Tongue.Of(args[2])));
            return 0;
        }

        if (args is ["texts", "--language", "nl" or "en", "--to-check", "lawyer" or "advisor"])
        {
            await Console.Out.WriteAsync(SentencesToCheck.Document(args[4] == "lawyer" ? Checker.Lawyer : Checker.Advisor, Tongue.Of(args[2])));
            return 0;
        }

        await Console.Error.WriteLineAsync("Say which language: texts --language nl, or texts --language en. For what must be checked: add --to-check lawyer, or --to-check advisor.");
        return 1;
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
