using System.Buffers;
using System.Diagnostics.Metrics;
using System.Net;
using VpBot.Employers;
using VpBot.Teams.Catalogue;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// The second line of defence, at the HTTP level: a body on its way to an employer's tenant is compared with the catalogue,
/// byte for byte. Anything else does not leave, and is counted. The types already leave no other way; this does not trust them.
/// </summary>
internal sealed class EmployerGate(EmployerDirectory directory, CatalogueBook book) : DelegatingHandler
{
    /// <summary>The tenant that a request is meant for; a request without it does not leave.</summary>
    public static readonly HttpRequestOptionsKey<string> Tenant = new("tenant");

    /// <summary>Set on what the gate stopped: Teams did not say no, and the person did not block us.</summary>
    public static readonly HttpRequestOptionsKey<bool> StoppedHere = new("stopped");

    private static readonly Meter Meter = new("VpBot.Teams");
    private static readonly Counter<long> Stopped = Meter.CreateCounter<long>("vpbot.gate.stopped");

    /// <summary>More than Teams takes of one message: no page is as long.</summary>
    private const int Most = 32 * 1024;

    private static readonly CatalogueCard[] Cards = Enum.GetValues<CatalogueCard>();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await MayPassAsync(request, cancellationToken))
            return await base.SendAsync(request, cancellationToken);
        Stopped.Add(1);
        request.Options.Set(StoppedHere, true);
        return new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = request };
    }

    private async Task<bool> MayPassAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Tenant, out var tenant))
            return false;
        if (directory.IsProvider(tenant))
            return true;
        if (directory.ByTenant(tenant) is not { } employer || request.Content is not { } content)
            return false;
        // Opening a chat carries routing only, and its type has no member for anything else.
        if (content is ConversationContent)
            return true;
        if (await EntryAsync(employer, content, cancellationToken) is not { } page)
            return false;
        // What leaves is the catalogue's own page: a body that reads differently a second time would still say nothing.
        request.Content = new ReadOnlyMemoryContent(page) { Headers = { ContentType = content.Headers.ContentType } };
        return true;
    }

    private async Task<ReadOnlyMemory<byte>?> EntryAsync(Employer employer, HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Most);
        try
        {
            var body = await content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, Most), Most, throwOnEndOfStream: false, cancellationToken);
            return length < Most ? EntryOf(employer, buffer.AsSpan(0, length)) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private ReadOnlyMemory<byte>? EntryOf(Employer employer, ReadOnlySpan<byte> body)
    {
        foreach (var card in Cards)
        {
            if (book.Page(employer, card) is var page && page.Span.SequenceEqual(body))
                return page;
        }

        foreach (var page in Cards.SelectMany(card => book.OnTheirWay(employer, card)))
        {
            if (page.Span.SequenceEqual(body))
                return page;
        }

        return null;
    }
}

/// <summary>The body that opens a one-to-one chat: who with, in which tenant.</summary>
internal sealed class ConversationContent(ConversationParameters parameters)
    : ByteArrayContent(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(parameters, TeamsJson.Default.ConversationParameters));
