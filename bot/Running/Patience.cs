using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VpBot.Running;

/// <summary>
/// How long the service waits for somebody who sends slowly, and how much it takes in. Without an end to it, a few hundred senders of a
/// byte now and then would hold what others need.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>Teams sends a token of about one and a half kilobytes.</summary>
    public const int LargestHeaders = 32 * 1024;

    /// <summary>What an endpoint that reads a body sets for itself is smaller.</summary>
    public const int LargestBody = 512 * 1024;

    /// <summary>In bytes per second, after five seconds of grace: far below what a telephone with bad reception sends.</summary>
    public const int SlowestBody = 240;

    public static void Set(KestrelServerLimits limits)
    {
        limits.RequestHeadersTimeout = Headers;
        limits.MaxRequestHeadersTotalSize = LargestHeaders;
        limits.MaxRequestBodySize = LargestBody;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, TimeSpan.FromSeconds(5));
    }
}
