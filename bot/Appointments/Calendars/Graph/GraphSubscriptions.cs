using System.Net;
using System.Runtime.InteropServices;
using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Appointments.Calendars.Graph;

/// <param name="Address">This service's own address, which Graph tells.</param>
/// <param name="Secret">What a notification must bring to be believed. Graph never gives it back.</param>
internal sealed record SubscriptionOrder(Uri Address, SecretToken Secret, DateTimeOffset Until);

/// <summary>A subscription as Graph keeps it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SubscriptionKept(string Id, DateTimeOffset Until);

/// <summary>Asks Graph to tell us when something changes in an advisor's calendar; what changed is never in it.</summary>
internal sealed class GraphSubscriptions(GraphLine line, ProviderMailboxes mailboxes)
{
    /// <summary>Graph calls the order's address before it answers. Refused also when one exists already, for the same calendar.</summary>
    public Task<MailboxAnswer<SubscriptionKept>> MakeAsync(ExternalAdvisor advisor, SubscriptionOrder order, CancellationToken stopping)
    {
        var body = SubscriptionBodies.New(mailboxes.Of(advisor), order);
        return line.AskAsync<SubscriptionKept>(
            async (subscriptions, token) => await subscriptions.PostAsync(body, null, token) is { Id: { } id, ExpirationDateTime: { } until } && Guid.TryParse(id, out _)
                ? new MailboxAnswer<SubscriptionKept>.Done(new(id, until))
                : new MailboxAnswer<SubscriptionKept>.Refused(CalendarFault.Nonsense),
            stopping);
    }

    /// <summary>Until when it is kept now; null when Graph does not know it any more.</summary>
    public Task<MailboxAnswer<DateTimeOffset?>> RenewAsync(string id, DateTimeOffset until, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return line.AskAsync<DateTimeOffset?>(
            async (subscriptions, token) =>
            {
                try
                {
                    return await subscriptions[id].PatchAsync(SubscriptionBodies.Renewed(until), null, token) is { ExpirationDateTime: { } kept }
                        ? new MailboxAnswer<DateTimeOffset?>.Done(kept)
                        : new MailboxAnswer<DateTimeOffset?>.Refused(CalendarFault.Nonsense);
                }
                catch (GraphStatusException answered) when (IsGone(answered))
                {
                    return new MailboxAnswer<DateTimeOffset?>.Done(null);
                }
            },
            stopping);
    }

    /// <summary>Done also when it was gone already.</summary>
    public Task<MailboxAnswer<bool>> EndAsync(string id, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return line.AskAsync<bool>(
            async (subscriptions, token) =>
            {
                try
                {
                    await subscriptions[id].DeleteAsync(null, token);
                }
                catch (GraphStatusException answered) when (IsGone(answered))
                {
                    // It was gone already, which is what was asked.
                }

                return new MailboxAnswer<bool>.Done(true);
            },
            stopping);
    }

    private static bool IsGone(GraphStatusException answered) => answered.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
}
