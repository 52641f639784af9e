using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Conversation;

/// <summary>Who is in the room, as far as a goal may know.</summary>
/// <param name="Person">The pseudonym of someone who came from Teams; null on one's own device.</param>
/// <param name="Advisor">The advisor's key at the desk; null in the room.</param>
/// <param name="Door">An opaque name for where the request came from, to slow down guessing; it is kept nowhere.</param>
public sealed record Guest(string? Person, string? Advisor, string Door)
{
    /// <summary>The chat in Teams that this person came from, for who asks to be nudged there; null where there is none.</summary>
    public Confidential? Chat { get; init; }
}

/// <summary>What the room shows after a turn.</summary>
/// <param name="Step">The step that is asked; a reply names it.</param>
/// <param name="Sentence">What the person must know first: a reply that did not fit, a time that was just taken.</param>
public sealed record View(string Goal, string Step, IReadOnlyList<Exchange> Said, Prompt Prompt, string? Sentence)
{
    /// <summary>False where going back would lose something that is shown only once.</summary>
    public bool CanGoBack { get; init; } = true;

    /// <summary>The language that all of it is in, where that is not the one of the room; a page is never in two.</summary>
    public Tongue? Tongue { get; init; }

    /// <summary>The review of what the provider says in other words here; null where everything is as we wrote it.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>What can be seen at this step, on this device.</summary>
    public required IReadOnlyList<Exposure> Exposed { get; init; }
}

/// <summary>What came out of a turn.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="Draft">To be sealed with the session.</param>
    public sealed record Stay(View View, byte[] Draft) : Outcome;

    /// <summary>This goal is done; another one takes over, with a draft of its own when it was given one.</summary>
    public sealed record GoTo(string Goal, byte[]? Draft = null, string? Sentence = null) : Outcome;
}

/// <summary>One thing that a person came to do. A turn works on the transaction of <c>db</c>; the room saves it.</summary>
public interface IGoal
{
    string Name { get; }

    /// <summary>The step names. A draft of other steps is told so and started again.</summary>
    string Version { get; }

    /// <summary>Whether a draft of that version can be gone on with.</summary>
    bool GoesOnWith(string version);

    /// <summary>True for a goal of an advisor's desk. Nobody goes from the room to the desk, or from the desk to the room.</summary>
    bool AtTheDesk => false;

    /// <summary>What the employer's plan must hold for it. Without that nobody comes in, also from an older page.</summary>
    Capability? Needs => null;

    /// <summary>True for a goal that speaks only the reviewed languages, whatever the language of the room.</summary>
    bool SpeaksReviewedOnly => AtTheDesk;

    Task<Outcome> ShowAsync(Database db, byte[]? draft, Setting setting, Guest guest, string? sentence = null);

    Task<Outcome> TakeAsync(Database db, byte[]? draft, string step, Reply reply, Setting setting, Guest guest);

    /// <summary>Takes one answer back, to be asked again.</summary>
    Task<Outcome> ChangeAsync(Database db, byte[]? draft, string step, Setting setting, Guest guest);

    /// <summary>Takes the last answer back; without one, out of this goal.</summary>
    Task<Outcome> BackAsync(Database db, byte[]? draft, Setting setting, Guest guest);

    /// <summary>The file that the page offers, or null when it offers none.</summary>
    Task<GoalFile?> FileAsync(Database db, byte[]? draft, Setting setting, Guest guest);

    /// <summary>One of several files that the page offers, by the value of its button.</summary>
    Task<GoalFile?> FileAsync(Database db, byte[]? draft, string which, Setting setting, Guest guest) => FileAsync(db, draft, setting, guest);

    /// <summary>The person leaves: what was held for them is let go.</summary>
    Task LeaveAsync(Database db, byte[]? draft);

    /// <summary>
    /// What becomes of a draft that another release made, with other steps. When it had its effect already, it is gone on with:
    /// there is something left to show, such as a return code. Otherwise what was held is let go.
    /// </summary>
    /// <returns>The draft to go on with, or null to begin again.</returns>
    Task<byte[]?> CarryOverAsync(Database db, byte[]? draft);
}

/// <summary>A file for the person's own device.</summary>
public sealed record GoalFile(string Name, string MediaType, byte[] Content);

/// <summary>A draft after an effect, with a sentence when the effect could not be had, or the goal that follows.</summary>
public sealed record Effect<TDraft>(TDraft Draft, string? Sentence = null, Outcome.GoTo? Then = null);

/// <summary>
/// A goal is a waterfall dialog with its surroundings: facts that are gathered before a step, and effects after an answer.
/// Both work inside the transaction of the turn, so that an effect and the draft that shows it are saved together.
/// </summary>
/// <param name="shape">Asked when the first draft is read or written: at a start no goal knows whether anybody comes for it.</param>
public abstract class Goal<TDraft>(WaterfallDialog<TDraft> dialog, Func<JsonTypeInfo<TDraft>> shape) : IGoal where TDraft : class
{
    public const string Start = "start";

    public string Name => dialog.Name;

    public string Version => dialog.Version;

    public bool GoesOnWith(string version) => dialog.GoesOnWith(version);

    public virtual bool AtTheDesk => false;

    public virtual Capability? Needs => null;

    public virtual bool SpeaksReviewedOnly => AtTheDesk;

    protected abstract TDraft Begin(Setting setting, Guest guest);

    /// <summary>
    /// Takes back what does not hold any more because the settings were read again, with a sentence that says so. An answer to a page
    /// from before is then not taken.
    /// </summary>
    protected virtual (TDraft Draft, string? Sentence) Mend(TDraft draft, Setting setting) => (draft, null);

    /// <summary>Puts what this step needs to know into the draft. Facts are not stored with it.</summary>
    protected virtual Task<TDraft> GatherAsync(Database db, TDraft draft, string step, Setting setting, Guest guest) => Task.FromResult(draft);

    /// <summary>What a change of the draft does in the world: hold, let go, book, cancel.</summary>
    protected virtual Task<Effect<TDraft>> ActAsync(Database db, TDraft before, TDraft after, Setting setting, Guest guest) =>
        Task.FromResult(new Effect<TDraft>(after));

    /// <summary>What follows when every step is answered.</summary>
    protected virtual Outcome.GoTo Finish(TDraft draft) => new(Start);

    public async Task<Outcome> ShowAsync(Database db, byte[]? draft, Setting setting, Guest guest, string? sentence = null)
    {
        var (known, mended) = Mend(Open(draft) ?? Begin(setting, guest), setting);
        return await AskNextAsync(db, known, setting, guest, sentence ?? mended);
    }

    public async Task<Outcome> TakeAsync(Database db, byte[]? draft, string step, Reply reply, Setting setting, Guest guest)
    {
        var (before, mended) = Mend(Open(draft) ?? Begin(setting, guest), setting);
        if (mended is not null)
            return await AskNextAsync(db, before, setting, guest, mended);
        var known = dialog.Step(step) is null ? before : await GatherAsync(db, before, step, setting, guest);
        return dialog.Take(known, step, reply, setting) switch
        {
            Taken<TDraft>.Rejected rejected => await AskNextAsync(db, before, setting, guest, rejected.Sentence),
            Taken<TDraft>.Accepted accepted => await ActAndAskAsync(db, before, accepted.Draft, setting, guest),
            _ => throw new InvalidOperationException("A reply is accepted or rejected."),
        };
    }

    public async Task<Outcome> ChangeAsync(Database db, byte[]? draft, string step, Setting setting, Guest guest)
    {
        var (before, mended) = Mend(Open(draft) ?? Begin(setting, guest), setting);
        if (mended is not null)
            return await AskNextAsync(db, before, setting, guest, mended);
        return await ActAndAskAsync(db, before, dialog.Change(before, step), setting, guest);
    }

    public async Task<Outcome> BackAsync(Database db, byte[]? draft, Setting setting, Guest guest)
    {
        var (before, mended) = Mend(Open(draft) ?? Begin(setting, guest), setting);
        if (mended is not null)
            return await AskNextAsync(db, before, setting, guest, mended);
        if (dialog.Back(before, setting) is { } last)
            return await ActAndAskAsync(db, before, last.Clear(before), setting, guest);
        if (!MayTurnAway(before))
            return await AskNextAsync(db, before, setting, guest, null);
        await LeaveAsync(db, draft);
        return TurnAway(before);
    }

    /// <summary>False while this goal shows something that would be lost by going back to the beginning.</summary>
    protected virtual bool MayTurnAway(TDraft draft) => true;

    /// <summary>Where back leads from the first question of this goal.</summary>
    protected virtual Outcome.GoTo TurnAway(TDraft draft) => new(Start);

    public virtual Task LeaveAsync(Database db, byte[]? draft) => Task.CompletedTask;

    public async Task<byte[]?> CarryOverAsync(Database db, byte[]? draft)
    {
        if (Open(draft) is { } open && HadItsEffect(open))
            return draft;
        await LeaveAsync(db, draft);
        return null;
    }

    /// <summary>True when what was asked for here is done, and something of it is still to be seen.</summary>
    protected virtual bool HadItsEffect(TDraft draft) => false;

    public virtual Task<GoalFile?> FileAsync(Database db, byte[]? draft, Setting setting, Guest guest) => Task.FromResult<GoalFile?>(null);

    public virtual Task<GoalFile?> FileAsync(Database db, byte[]? draft, string which, Setting setting, Guest guest) => FileAsync(db, draft, setting, guest);

    /// <summary>Null for none, and for one of a shape that only another release knows: then it is begun again.</summary>
    protected TDraft? Open(byte[]? draft)
    {
        try
        {
            return draft is null ? null : JsonSerializer.Deserialize(draft, shape());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    protected byte[] Close(TDraft draft) => JsonSerializer.SerializeToUtf8Bytes(draft, shape());

    private async Task<Outcome> ActAndAskAsync(Database db, TDraft before, TDraft after, Setting setting, Guest guest)
    {
        var effect = await ActAsync(db, before, after, setting, guest);
        return effect.Then ?? await AskNextAsync(db, effect.Draft, setting, guest, effect.Sentence);
    }

    private async Task<Outcome> AskNextAsync(Database db, TDraft draft, Setting setting, Guest guest, string? sentence)
    {
        if (dialog.Next(draft, setting) is not { } next)
            return Finish(draft);
        var known = await GatherAsync(db, draft, next.Name, setting, guest);
        var asked = ReferenceEquals(known, draft) ? next : dialog.Next(known, setting);
        if (asked is null)
            return Finish(known);
        if (asked.Name != next.Name)
            return await AskNextAsync(db, known, setting, guest, sentence);
        var view = new View(Name, asked.Name, dialog.Said(known, setting), asked.Ask(known, setting), sentence)
        {
            Exposed = ExposureRegister.At(setting.Place, asked.Touches(known, setting)),
            CanGoBack = dialog.Back(known, setting) is not null || MayTurnAway(known),
        };
        return new Outcome.Stay(view, Close(known));
    }
}
