using System.Text;
using VpBot.Bench.Load;
using VpBot.Tests.Hostile;
using VpBot.Tests.Support;

namespace VpBot.Bench;

/// <summary>Slow senders, huge headers, huge bodies, false tokens and guessed codes, all at once, until it is ended.</summary>
internal sealed class Attack : IAsyncDisposable
{
    private const int SlowAtOnce = 100;

    private readonly CancellationTokenSource ending = new();
    private readonly HttpClient http;
    private readonly Done done;
    private readonly List<Task> under = [];

    private Attack(Uri bot, Done done) => (http, this.done) = (new() { BaseAddress = bot }, done);

    public static async Task<Attack> StartAsync(Uri bot, Done done)
    {
        var attack = new Attack(bot, done);
        using var guesser = new RoomVisitor(bot);
        await guesser.BeginAsync(Town.EmployerKey(0));
        await guesser.AnswerAsync("appointment");
        var here = guesser.Page.Hidden;
        for (var sender = 0; sender < SlowAtOnce; sender++)
        {
            attack.under.Add(attack.AgainAsync(TimeSpan.Zero, _ => attack.SlowAsync(bot, SlowSender.Headers)));
            attack.under.Add(attack.AgainAsync(TimeSpan.Zero, _ => attack.SlowAsync(bot, SlowSender.Body)));
        }

        attack.under.Add(attack.AgainAsync(TimeSpan.FromMilliseconds(50), _ => attack.PostAsync("/api/messages", "{}", "Authorization", "Bearer " + new string('a', 1_500))));
        attack.under.Add(attack.AgainAsync(TimeSpan.FromMilliseconds(50), _ => attack.PostAsync("/room", "act=begin", "X-Large", new string('a', 60_000))));
        attack.under.Add(attack.AgainAsync(TimeSpan.FromMilliseconds(50), _ => attack.PostAsync("/room", new string('a', 600_000), "X-Any", "a")));
        attack.under.Add(attack.AgainAsync(TimeSpan.FromMilliseconds(20), which => attack.PostAsync(
            "/room", $"act=answer&session={here["session"]}&goal={here["goal"]}&step={here["step"]}&answer=2222-3333-{(which % 8) + 2}444", "X-Forwarded-For", $"10.{which / 40_000}.{which / 200 % 200}.{which % 200}")));
        return attack;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(under);
        http.Dispose();
        ending.Dispose();
    }

    private async Task AgainAsync(TimeSpan pause, Func<int, Task> act)
    {
        for (var which = 0; !ending.IsCancellationRequested; which++)
        {
            try
            {
                await act(which);
                await Task.Delay(pause, ending.Token);
            }
            catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException or System.Net.Sockets.SocketException)
            {
                // The program hung up, or the attack is over.
            }
        }
    }

    private async Task SlowAsync(Uri bot, string beginning)
    {
        using var sender = new SlowSender(bot);
        await sender.SendAsync(beginning, 1, TimeSpan.FromMinutes(1), ending.Token);
        Interlocked.Increment(ref done.CutOff);
    }

    private async Task PostAsync(string to, string body, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation(header, value);
        Interlocked.Increment(ref done.Posted);
        using var answer = await http.SendAsync(request, ending.Token);
    }

    /// <summary>How much was done in all rounds.</summary>
    internal sealed class Done
    {
        public int CutOff, Posted;

        public override string ToString() => $"The attack: {2 * SlowAtOnce} slow senders at once, {CutOff} times cut off, and {Posted} requests with huge headers, huge bodies, false tokens or guessed codes.";
    }
}
