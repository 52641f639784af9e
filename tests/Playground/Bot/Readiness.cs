using System.Diagnostics;

namespace VpBot.Playground;

/// <summary>Waits until the bot says at <c>/health/ready</c> that it can work.</summary>
internal sealed class Readiness(TimeSpan budget, TimeProvider time) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>Null once it is ready, else why it is not and will not be.</summary>
    public async Task<string?> WhyNotAsync(Uri address, Process bot)
    {
        var start = time.GetTimestamp();
        string? last = null;
        while (time.GetElapsedTime(start) < budget)
        {
            if (bot.HasExited)
            {
                // Waiting once more lets the last of its output arrive.
                await bot.WaitForExitAsync();
                return $"it ended with code {bot.ExitCode}.";
            }
            last = await AskAsync(new Uri(address, "/health/ready"));
            if (last is null) return null;
            await Task.Delay(TimeSpan.FromMilliseconds(100), time);
        }
        return $"/health/ready did not say 200 within {budget.TotalSeconds:0} seconds; {last}.";
    }

    public void Dispose() => client.Dispose();

    private async Task<string?> AskAsync(Uri ready)
    {
        try
        {
            using var answer = await client.GetAsync(ready);
            return answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}".TrimEnd();
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return fault is TaskCanceledException ? "it answered too slowly" : "it did not listen";
        }
    }
}
