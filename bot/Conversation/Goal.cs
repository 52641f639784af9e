using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpBot.Storage;

namespace VpBot.Conversation;

/// <summary>Who is in the room, as far as a goal may know.</summary>
/// <param name="Person">The pseudonym of someone who came from Teams; null on one's own device.</param>
public sealed record Guest(string? Person);

/// <summary>What the room shows after a turn.</summary>
/// <param name="Step">The step that is asked; a reply names it.</param>
/// <param name="Sentence">What the person must know first: a reply that did not fit, a time that was just taken.</param>
public sealed record View(string Goal, string Step, IReadOnlyList<Exchange> Said, Prompt Prompt, string? Sentence, bool CanGoBack);

/// <summary>What came out of a turn.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="Draft">To be sealed with the session.</param>
    public sealed record Stay(View View, byte[] Draft) : Outcome;

    /// <summary>This goal is done; another one takes over, with a draft of its own when it was given one.</summary>
    public sealed record GoTo(string Goal, byte[]? Draft = null) : Outcome;

    /// <summary>The steps changed while the person was away, so this goal starts again and says so.</summary>
    public sealed record Outdated : Outcome;
}

/// <summary>One thing that a person came to do.</summary>
public interface IGoal
{
    string Name { get; }

    Task<Outcome> ShowAsync(Database db, byte[]? draft, Setting setting, Guest guest);

    Task<Outcome> TakeAsync(Database db, byte[]? draft, string step, Reply reply, Setting setting, Guest guest);

    Task<Outcome> ChangeAsync(Database db, byte[]? draft, string step, Setting setting, Guest guest);

    Task<Outcome> BackAsync(Database db, byte[]? draft, Setting setting, Guest guest);

    /// <summary>The person leaves: what was held for them is let go.</summary>
    Task LeaveAsync(Database db, byte[]? draft);
}

/// <summary>A draft after an effect, and a sentence when the effect could not be had.</summary>
public sealed record Effect<TDraft>(TDraft Draft, string? Sentence = null, Outcome.GoTo? Then = null);

/// <summary>
/// A goal is a waterfall dialog with its surroundings: facts that are gathered before a step, and effects after an answer.
/// Both work inside the transaction of the turn, so that an effect and the draft that shows it are saved together.
/// </summary>
public abstract class Goal<TDraft>(WaterfallDialog<TDraft> dialog, JsonTypeInfo<TDraft> shape) : IGoal where TDraft : class, IDraft
{
    public string Name => dialog.Name;

    public WaterfallDialog<TDraft> Dialog => dialog;

    protected abstract TDraft Begin(Setting setting);

    /// <summary>Puts what this step needs to know into the draft: facts are not stored with it.</summary>
    protected virtual Task<TDraft> GatherAsync(Database db, TDraft draft, string step, Setting setting, Guest guest) => Task.FromResult(draft);

    /// <summary>What an answer does in the world.</summary>
    protected virtual Task<Effect<TDraft>> ActAsync(Database db, TDraft before, TDraft draft, string step, Setting setting, Guest guest) =>
        Task.FromResult(new Effect<TDraft>(draft));

    /// <summary>What follows when every step is answered.</summary>
    protected abstract Outcome.GoTo Finish(TDraft draft, Setting setting);

    public virtual Task LeaveAsync(Database db, byte[]? draft) => Task.CompletedTask;

    public byte[] Seal(TDraft draft) => JsonSerializer.SerializeToUtf8Bytes(draft with_Version, shape);

    protected TDraft? Read(byte[]? draft) => draft is null ? null : JsonSerializer.Deserialize(draft, shape);
}
