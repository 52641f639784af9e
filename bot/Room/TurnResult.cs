using VpBot.Conversation;
using VpBot.Employers;

namespace VpBot.Room;

/// <summary>What the endpoint shows after a turn.</summary>
internal abstract record TurnResult
{
    private TurnResult() { }

    public sealed record Shown(View View, SessionState State, string Token, Employer Employer) : TurnResult
    {
        /// <summary>False where back would lead nowhere: at the start, before anything was answered.</summary>
        public bool CanGoBack =>
            View.CanGoBack && (View.Said.Count > 0 || View.Step is not ("What" or "Which") || !(State.Advisor is not null || View.Goal == Goal<HallDraft>.Start));
    }

    /// <summary>The ticket was used, late or never ours.</summary>
    public sealed record NoTicket : TurnResult;

    /// <summary>The session was closed, or forgotten after silence.</summary>
    public sealed record NoSession : TurnResult;

    public sealed record NoEmployer : TurnResult;

    /// <summary>Too much came from this door at once.</summary>
    public sealed record TooMany : TurnResult;

    public sealed record Left : TurnResult;

    /// <summary>A file for the person's own device; the page stays as it is.</summary>
    public sealed record Fetched(GoalFile File) : TurnResult;
}
