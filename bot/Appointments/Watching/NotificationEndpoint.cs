using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>
/// Where Graph tells that something changed. Anybody can post here, so a notification is only a bell: with the secret of its
/// subscription it makes us look, without it nothing happens, and the answer is the same.
/// Source: "Receive change notifications through webhooks": 200 with the token within ten seconds, 202 within three.
/// </summary>
internal sealed class NotificationEndpoint(
    SubscriptionBook book, CalendarWatch watch, SubscriptionKeeper keeper, IDbContextFactory<Database> databases, ILogger<NotificationEndpoint> log)
{
    public const int LargestBody = 256 * 1024;
    public const int LongestToken = 1024;

    private static readonly byte[] NobodysHash = new byte[SHA256.HashSizeInBytes];
    private static readonly Meter Meter = new("VpBot.Appointments");
    private static readonly Counter<long> Ignored = Meter.CreateCounter<long>("vpbot.notifications.ignored");
    private static readonly Counter<long> Rung = Meter.CreateCounter<long>("vpbot.notifications.rung");

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (context.Request.Query.TryGetValue("validationToken", out var tokens))
            return Echo(tokens);
        try
        {
            return await ReadAsync(context) is { } posted ? await TakeInAsync(posted, context.RequestAborted) : Results.BadRequest();
        }
        catch (BadHttpRequestException fault)
        {
            return Results.StatusCode(fault.StatusCode);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Graph posts it again for some hours.
            WatchingLog.NotificationFailed(log, fault.GetType().Name);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Graph asks whether the address is ours. What is sent back came from outside: bounded, and never more than text.</summary>
    private static IResult Echo(IReadOnlyList<string?> tokens) =>
        tokens is [{ Length: > 0 and <= LongestToken } token] && !token.Any(char.IsControl)
            ? Results.Text(token, "text/plain", Encoding.UTF8)
            : Results.BadRequest();

    private static async Task<Notifications?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, NotificationsJson.Default.Notifications, context.RequestAborted) is { Value: not null } posted
                ? posted
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IResult> TakeInAsync(Notifications posted, CancellationToken stopping)
    {
        // Only what could be one of ours costs a question to the database.
        var possible = posted.Value.OfType<Notification>()
            .Where(one => Guid.TryParse(one.SubscriptionId, out _) && SecretToken.Read(one.ClientState) is not null).Distinct().ToList();
        Ignored.Add(posted.Value.Count - possible.Count);
        if (possible.Count == 0)
            return Results.StatusCode(StatusCodes.Status202Accepted);
        var rows = (await book.AllAsync(stopping)).Where(row => row.SubscriptionId is not null).DistinctBy(row => row.SubscriptionId).ToDictionary(row => row.SubscriptionId!);
        var believed = possible.Where(one => IsTrue(one, rows.GetValueOrDefault(one.SubscriptionId!))).ToLookup(one => rows[one.SubscriptionId!]);
        Ignored.Add(possible.Count - believed.Sum(group => group.Count()));
        await using var db = await databases.CreateDbContextAsync(stopping);
        foreach (var group in believed)
        {
            Rung.Add(1);
            await watch.RingAsync(db, group.Key.Advisor, stopping);
            if (!group.Any(one => one.IsRemoval || one.AsksForRenewal))
                continue;
            await book.TendNowAsync(db, group.Key, group.Any(one => one.IsRemoval), stopping);
            keeper.Ring();
        }

        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static bool IsTrue(Notification one, SubscriptionRow? row) =>
        CryptographicOperations.FixedTimeEquals(SecretToken.Read(one.ClientState)!.Value.Hash(), row?.ClientStateHash ?? NobodysHash);
}
