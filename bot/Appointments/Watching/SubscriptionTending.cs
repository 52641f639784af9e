using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>
/// What is done with one leased subscription. A new one lives for an hour until we know its id and renew it: one whose id was
/// lost with Graph's answer stands in the way of the next (409) no longer than that.
/// Source: "Create subscription", duplicate subscriptions; "subscription lifetime": an event's at most seven days.
/// </summary>
internal sealed class SubscriptionTending(
    SubscriptionBook book, GraphSubscriptions graph, CalendarWatch watch, IDbContextFactory<Database> databases, GraphSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan FirstLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan Life = TimeSpan.FromDays(6) - TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(10);

    public async Task TendAsync(SubscriptionRow row, ExternalAdvisor advisor, CancellationToken stopping)
    {
        if (row.SubscriptionId is not { } id)
        {
            await MakeAsync(row, advisor, stopping);
            return;
        }

        if (row.Address != settings.NotificationAddress || row.ExpiresAt <= clock.GetUtcNow())
        {
            await AgainAsync(row, id, stopping);
            return;
        }

        var until = clock.GetUtcNow() + Life;
        switch (await graph.RenewAsync(id, until, stopping))
        {
            case MailboxAnswer<DateTimeOffset?>.Done { Value: { } kept }:
                await KeepAsync(row, id, row.ClientStateHash, kept, BetweenRenewals);
                break;
            case MailboxAnswer<DateTimeOffset?>.Done:
                await AgainAsync(row, id, stopping);
                break;
            case var answer:
                await PutOffAsync(row, Wait(answer));
                break;
        }
    }

    /// <summary>Nobody wants it any more: the advisor left the settings, or Graph is not to tell us.</summary>
    public async Task ClearUpAsync(SubscriptionRow row, CancellationToken stopping)
    {
        if (row.SubscriptionId is { } id && row.ExpiresAt > clock.GetUtcNow() && await graph.EndAsync(id, stopping) is not MailboxAnswer<bool>.Done)
            await PutOffAsync(row, AfterRefusal);
        else
            await book.RemoveAsync(row);
    }

    private async Task MakeAsync(SubscriptionRow row, ExternalAdvisor advisor, CancellationToken stopping)
    {
        var order = new SubscriptionOrder(new Uri(settings.NotificationAddress), SecretToken.New(), clock.GetUtcNow() + FirstLife);
        var answer = await graph.MakeAsync(advisor, order, stopping);
        if (answer is not MailboxAnswer<SubscriptionKept>.Done { Value: var made })
        {
            await PutOffAsync(row, Wait(answer));
            return;
        }

        if (!await KeepAsync(row, made.Id, order.Secret.Hash(), made.Until, TimeSpan.Zero))
        {
            await graph.EndAsync(made.Id, CancellationToken.None);
            return;
        }

        // What changed while nobody told us is looked at once.
        await using var db = await databases.CreateDbContextAsync(stopping);
        await watch.RingAsync(db, advisor.Id, stopping);
    }

    /// <summary>Away with the old one, whatever Graph thinks of it; then a new one.</summary>
    private async Task AgainAsync(SubscriptionRow row, string id, CancellationToken stopping)
    {
        if (await graph.EndAsync(id, stopping) is MailboxAnswer<bool>.Later later)
            await PutOffAsync(row, later.After > AfterSilence ? later.After : AfterSilence);
        else
            await KeepAsync(row, null, [], clock.GetUtcNow(), TimeSpan.Zero);
    }

    private static TimeSpan Wait<T>(MailboxAnswer<T> answer) => answer switch
    {
        MailboxAnswer<T>.Later later when later.After > AfterSilence => later.After,
        MailboxAnswer<T>.Later => AfterSilence,
        _ => AfterRefusal,
    };

    private Task<bool> PutOffAsync(SubscriptionRow row, TimeSpan wait) => book.KeepAsync(row, With(row, row.SubscriptionId, row.Address, row.ClientStateHash, row.ExpiresAt, wait));

    private Task<bool> KeepAsync(SubscriptionRow row, string? id, byte[] hash, DateTimeOffset expiresAt, TimeSpan wait) =>
        book.KeepAsync(row, With(row, id, settings.NotificationAddress, hash, expiresAt, wait));

    private SubscriptionRow With(SubscriptionRow row, string? id, string address, byte[] hash, DateTimeOffset expiresAt, TimeSpan wait) => new()
    {
        Advisor = row.Advisor,
        SubscriptionId = id,
        Address = address,
        ClientStateHash = hash,
        ExpiresAt = expiresAt,
        TendAt = clock.GetUtcNow() + wait,
    };
}
