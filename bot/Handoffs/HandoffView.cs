using System.Globalization;
using VpBot.Appointments;
using VpBot.Employers;

namespace VpBot.Handoffs;

/// <summary>What one advisor may see of a request: everything the employee agreed to while it is theirs, nothing afterwards.</summary>
internal static class HandoffView
{
    /// <param name="appointment">The id as it was pressed: the answer is the same whether such a request exists or not.</param>
    public static HandoffCard Card(string appointment, AppointmentRow? row, Handoff? handoff, int round, Advisor advisor, string userId)
    {
        var state = StateFor(row, round, advisor);
        IReadOnlyList<HandoffCardLine> lines = handoff is null ? []
            : state is CardState.Waiting or CardState.Accepted or CardState.Proposed ? [.. handoff.Lines.Select(line => new HandoffCardLine(line.Label, line.Text.Reveal()))]
            : state is CardState.Cancelled or CardState.Closed ? ReferenceOnly(handoff)
            : [];
        return new HandoffCard(appointment, Text(round), state, lines, userId);
    }

    public static IReadOnlyList<HandoffCardLine> ReferenceOnly(Handoff handoff) =>
        [.. handoff.WithReferenceOnly().Lines.Select(line => new HandoffCardLine(line.Label, handoff.Reference))];

    public static IReadOnlyList<HandoffCardLine> ReferenceOnly(HandoffLine? reference) =>
        reference is null ? [] : [new HandoffCardLine(reference.Label, reference.Text.Reveal())];

    public static string Text(int round) => round.ToString(CultureInfo.InvariantCulture);

    private static CardState StateFor(AppointmentRow? row, int round, Advisor advisor)
    {
        if (row is null || row.Round != round || row.Advisor != advisor.Id)
            return CardState.Over;
        return row.State switch
        {
            AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen => CardState.Waiting,
            AppointmentState.Accepted => CardState.Accepted,
            AppointmentState.Cancelled => CardState.Cancelled,
            AppointmentState.Proposed => CardState.Proposed,
            AppointmentState.Closed => CardState.Closed,
            AppointmentState.Arranging or AppointmentState.NeedsChoice or AppointmentState.Undelivered or AppointmentState.Unanswered => CardState.Over,
            _ => throw new InvalidOperationException($"{row.State} has no card."),
        };
    }
}
