namespace VpBot.Playground;

/// <summary>The bot is not ready; the message says why, with the last that it printed.</summary>
public sealed class BotDidNotStartException : Exception
{
    public BotDidNotStartException(string message) : base(message) { }

    public BotDidNotStartException() { }

    public BotDidNotStartException(string message, Exception innerException) : base(message, innerException) { }

    internal static BotDidNotStartException Because(string reason, BotOutput output)
    {
        // Stack frames push the sentence that says what to change out of sight.
        var said = string.Join('\n', output.Lines.Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal)).TakeLast(40));
        return new($"The bot did not start: {reason}\n{(said.Length == 0 ? "It printed nothing." : $"It last printed:\n{said}")}");
    }
}
