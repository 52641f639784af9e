namespace VpBot.Conversation;

/// <summary>One question and its answer, as they stay readable above.</summary>
public sealed record Exchange(string Step, string Question, string Answer, bool CanChange);

/// <summary>
/// A list of named steps over one draft. It asks the first step that applies and is not answered; no step index is kept, so
/// steps can be reordered between releases, going back is clearing one answer, and a double press is harmless.
/// Everything here is a pure function of the draft and the reply.
/// </summary>
public sealed class WaterfallDialog<TDraft>(string name, IReadOnlyList<Step<TDraft>> steps)
{
    public string Name => name;

    public IReadOnlyList<Step<TDraft>> Steps => steps;

    /// <summary>The version is the step names: a draft of other steps is told so and started again.</summary>
    public string Version { get; } = string.Join(' ', steps.Select(step => step.Name));

    /// <summary>Whether a draft of that version can be gone on with: it has the same steps, in whatever order.</summary>
    public bool GoesOnWith(string version) =>
        version == Version || InOrder(version) == InOrder(Version);

    /// <summary>A step that had its effect ends everything before it: another release may have a question there that was never asked.</summary>
    public Step<TDraft>? Next(TDraft draft, Setting setting)
    {
        var first = steps.Count;
        while (first > 0 && !(steps[first - 1].Settled(draft) && steps[first - 1].Answered(draft)))
            first--;
        for (var at = first; at < steps.Count; at++)
        {
            // Whether a step applies can be a search through all advisors: it is asked last.
            if (!steps[at].Answered(draft) && steps[at].Applies(draft, setting))
                return steps[at];
        }

        return null;
    }

    public Step<TDraft>? Step(string? stepName)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at].Name == stepName)
                return steps[at];
        }

        return null;
    }

    /// <summary>
    /// Takes a reply to the step that is asked. To a step that was answered before it is a changed answer, unless the answer is
    /// the same or had its effect already. A reply to a step whose turn has not come is from an older page, and changes nothing.
    /// </summary>
    public Taken<TDraft> Take(TDraft draft, string stepName, Reply reply, Setting setting)
    {
        if (Step(stepName) is not { } step || !step.Applies(draft, setting) || step.Settled(draft))
            return new Taken<TDraft>.Accepted(draft);
        if (!step.Answered(draft))
            return Next(draft, setting) == step ? step.Take(draft, reply, setting) : new Taken<TDraft>.Accepted(draft);
        var taken = step.Take(step.Clear(draft), reply, setting);
        return taken is Taken<TDraft>.Accepted accepted && step.Answered(accepted.Draft) && step.Said(accepted.Draft, setting) == step.Said(draft, setting)
            ? new Taken<TDraft>.Accepted(draft)
            : taken;
    }

    public TDraft Change(TDraft draft, string stepName) =>
        Step(stepName) is { } step && !step.Settled(draft) ? step.Clear(draft) : draft;

    /// <summary>
    /// The step that back clears: the one that is asked, when it goes away with it, as "are you sure?" does; otherwise the last
    /// answer that can be cleared. Null when there is none, and back leads out of the dialog.
    /// </summary>
    public Step<TDraft>? Back(TDraft draft, Setting setting)
    {
        if (Next(draft, setting) is { } asked && Next(asked.Clear(draft), setting) != asked)
            return asked;
        for (var at = steps.Count - 1; at >= 0; at--)
        {
            if (steps[at].Answered(draft) && !steps[at].Settled(draft) && steps[at].Applies(draft, setting))
                return steps[at];
        }

        return null;
    }

    public IReadOnlyList<Exchange> Said(TDraft draft, Setting setting)
    {
        var said = new List<Exchange>();
        for (var at = 0; at < steps.Count; at++)
        {
            var step = steps[at];
            if (step.Answered(draft) && step.Applies(draft, setting))
                said.Add(new(step.Name, step.Question(draft, setting), step.Said(draft, setting), !step.Settled(draft)));
        }

        return said;
    }

    private static string InOrder(string version) => string.Join(' ', version.Split(' ').Order(StringComparer.Ordinal));
}
