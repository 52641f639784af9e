namespace VpBot.Playground;

/// <summary>What the bot is told, whatever was done.</summary>
public abstract record FaultAnswer
{
    private FaultAnswer() { }

    /// <summary>What Teams would answer.</summary>
    public sealed record Usual : FaultAnswer;

    /// <summary>The connection is cut.</summary>
    public sealed record Abort : FaultAnswer;

    /// <summary>The connection stays open, silent.</summary>
    public sealed record Never : FaultAnswer;

    public sealed record Status(int Code, TimeSpan? RetryAfter = null) : FaultAnswer;
}

/// <summary>How one request of the bot fares: stored or not, delayed or not, answered or not.</summary>
public sealed record FaultDecision
{
    public static FaultDecision Working { get; } = new();

    public static FaultDecision Down { get; } = new() { Store = false, Answer = new FaultAnswer.Abort() };

    public static FaultDecision ServerError { get; } = new() { Store = false, Answer = new FaultAnswer.Status(500) };

    public static FaultDecision NeverAnswers { get; } = new() { Store = false, Answer = new FaultAnswer.Never() };

    /// <summary>Teams has it, and the bot cannot know.</summary>
    public static FaultDecision LosesTheAnswer { get; } = new() { Answer = new FaultAnswer.Abort() };

    public bool Store { get; init; } = true;

    /// <summary>How long the answer is kept back after storing.</summary>
    public TimeSpan Delay { get; init; }

    public Func<Task>? BeforeStoring { get; init; }

    public Func<Task>? AfterStoring { get; init; }

    public FaultAnswer Answer { get; init; } = new FaultAnswer.Usual();

    public static FaultDecision TooManyRequests(TimeSpan retryAfter) =>
        new() { Store = false, Answer = new FaultAnswer.Status(429, retryAfter) };

    public static FaultDecision Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>The bot dies at the moment that its request arrives; Teams does not get it.</summary>
    public static FaultDecision KillBeforeStoring(BotProcess bot) => Down with { BeforeStoring = bot.KillAsync };

    /// <summary>The bot dies when Teams has its request, before it hears so.</summary>
    public static FaultDecision KillAfterStoring(BotProcess bot) => LosesTheAnswer with { AfterStoring = bot.KillAsync };
}
