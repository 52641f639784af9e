namespace VpBot.Playground;

/// <summary>What the bot is told, whatever was done.</summary>
public abstract record FaultAnswer
{
    private FaultAnswer() { }

    /// <summary>What the service would answer.</summary>
    public sealed record Usual : FaultAnswer;

    /// <summary>The connection is cut.</summary>
    public sealed record Abort : FaultAnswer;

    /// <summary>The connection stays open, silent.</summary>
    public sealed record Never : FaultAnswer;

    public sealed record Status(int Code, TimeSpan? RetryAfter = null) : FaultAnswer;

    /// <summary>A 200 with something else in it than the service ever says.</summary>
    public sealed record Nonsense(string ContentType, string Text) : FaultAnswer;
}

/// <summary>How one request of the bot fares: stored or not, delayed or not, answered or not.</summary>
public sealed record FaultDecision
{
    public static FaultDecision Working { get; } = new();

    public static FaultDecision Down { get; } = new() { Store = false, Answer = new FaultAnswer.Abort() };

    public static FaultDecision ServerError { get; } = new() { Store = false, Answer = new FaultAnswer.Status(500) };

    public static FaultDecision NeverAnswers { get; } = new() { Store = false, Answer = new FaultAnswer.Never() };

    /// <summary>A proxy's or a portal's page instead of an answer; nothing is stored.</summary>
    public static FaultDecision Html { get; } =
        new() { Store = false, Answer = new FaultAnswer.Nonsense("text/html", "<!doctype html><title>Sign in</title><p>Please sign in.</p>") };

    /// <summary>Stored, but the answer breaks off half-way.</summary>
    public static FaultDecision Truncated { get; } =
        new() { Answer = new FaultAnswer.Nonsense("application/json", """{"id":"AAMkADh","subject":"Gesp""") };

    /// <summary>The service has it, and the bot cannot know.</summary>
    public static FaultDecision LosesTheAnswer { get; } = new() { Answer = new FaultAnswer.Abort() };

    public bool Store { get; init; } = true;

    /// <summary>How long the request lies before it is acted on; giving up on it does not take it back.</summary>
    public TimeSpan DelayBeforeStoring { get; init; }

    /// <summary>How long the answer is kept back after storing.</summary>
    public TimeSpan Delay { get; init; }

    public Func<Task>? BeforeStoring { get; init; }

    public Func<Task>? AfterStoring { get; init; }

    public FaultAnswer Answer { get; init; } = new FaultAnswer.Usual();

    public static FaultDecision TooManyRequests(TimeSpan retryAfter) =>
        new() { Store = false, Answer = new FaultAnswer.Status(429, retryAfter) };

    public static FaultDecision Slow(TimeSpan delay) => new() { Delay = delay };

    /// <summary>Acted on only after the delay, also when the bot has given up by then.</summary>
    public static FaultDecision Late(TimeSpan delay) => new() { DelayBeforeStoring = delay };

    /// <summary>The bot dies at the moment that its request arrives; the service does not get it.</summary>
    public static FaultDecision KillBeforeStoring(BotProcess bot) => Down with { BeforeStoring = bot.KillAsync };

    /// <summary>The bot dies when the service has its request, before it hears so.</summary>
    public static FaultDecision KillAfterStoring(BotProcess bot) => LosesTheAnswer with { AfterStoring = bot.KillAsync };
}
