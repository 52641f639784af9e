using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Conversation;

/// <summary>Where a turn takes place: whose employee, in which language, when, and on which surface.</summary>
/// <param name="InTeams">True inside a Teams dialog, false on the person's own device.</param>
public sealed record Setting(Employer Employer, Tongue Tongue, DateTimeOffset Now, bool InTeams)
{
    /// <summary>True where the prompts are drawn as cards: what is said and typed then passes through Teams of the employer, and no prompt may say otherwise.</summary>
    public bool AsCards { get; init; }

    public Place Place => AsCards ? Place.Cards : InTeams ? Place.Teams : Place.OwnDevice;

    public T Words<T>() where T : Phrases, new() => Tongue.Words<T>();
}

/// <summary>What a step made of a reply.</summary>
public abstract record Taken<TDraft>
{
    private Taken() { }

    public sealed record Accepted(TDraft Draft) : Taken<TDraft>;

    /// <summary>A sentence for the person that says what to do, never what they did wrong.</summary>
    public sealed record Rejected(string Sentence) : Taken<TDraft>;
}

/// <summary>One named step of a waterfall dialog, over one typed draft.</summary>
public sealed record Step<TDraft>(string Name)
{
    /// <summary>The question as it stays readable above, after it was answered.</summary>
    public required Func<TDraft, Setting, string> Question { get; init; }

    public required Func<TDraft, Setting, Prompt> Ask { get; init; }

    public required Func<TDraft, Reply, Setting, Taken<TDraft>> Take { get; init; }

    public required Func<TDraft, bool> Answered { get; init; }

    /// <summary>The answer, as the person reads it back.</summary>
    public required Func<TDraft, Setting, string> Said { get; init; }

    /// <summary>What can be seen, and by whom, of this step and what follows from its answer. The room adds what is true everywhere.</summary>
    public required Func<TDraft, Setting, IReadOnlyList<Surface>> Touches { get; init; }

    /// <summary>Takes the answer back, and every answer that hangs on it.</summary>
    public required Func<TDraft, TDraft> Clear { get; init; }

    public Func<TDraft, Setting, bool> Applies { get; init; } = static (_, _) => true;

    /// <summary>True when the answer had its effect and cannot be changed here any more.</summary>
    public Func<TDraft, bool> Settled { get; init; } = static _ => false;
}
