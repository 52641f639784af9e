using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using VpBot.Tests.Support;

namespace VpBot.Bench.Load;

/// <summary>Plays Teams and the people in front of one process.</summary>
public sealed class Driver(Street street, Uri bot) : IDisposable
{
    private const int AtOnce = 8;
    private static int run;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 256 }) { BaseAddress = bot, Timeout = TimeSpan.FromMinutes(2) };
    private readonly string prefix = $"r{Interlocked.Increment(ref run)}-";
    private int next;

    /// <summary>Posts an activity; gives the answer's body, or throws when it was refused.</summary>
    public async Task<byte[]> PostAsync(string activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new("Bearer", street.Token);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"The bot answered {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public Task AdvisorsComeAsync(int advisors) => EachAsync(advisors, advisor => PostAsync(street.Town.AdvisorComes(advisor, street.Sink.ServiceUrl)));

    /// <summary>Lines in the chat, each from somebody else, until every card has arrived.</summary>
    public async Task LinesAsync(int count)
    {
        street.Sink.Clear();
        await EachAsync(count, _ => LineAsync(Interlocked.Increment(ref next)));
        await street.Sink.UntilAsync(count);
    }

    /// <summary>One line in the chat, from somebody who was not here before.</summary>
    public Task NextLineAsync() => LineAsync(Interlocked.Increment(ref next));

    /// <summary>Presses on the button, each by somebody else.</summary>
    public Task FetchesAsync(int count) => EachAsync(count, _ => FetchRawAsync(Interlocked.Increment(ref next)));

    private Task LineAsync(int person) => PostAsync(street.Town.Line(person, $"{prefix}{person}", street.Sink.ServiceUrl));

    public Task<byte[]> FetchRawAsync(int person) => PostAsync(street.Town.Fetch(person, $"{prefix}f{Interlocked.Increment(ref next)}", street.Sink.ServiceUrl));

    /// <summary>The address of the dialog that opens for this person.</summary>
    public async Task<Uri> FetchAsync(int person)
    {
        using var answer = JsonDocument.Parse(await FetchRawAsync(person));
        return new Uri(answer.RootElement.GetProperty("task").GetProperty("value").GetProperty("url").GetString()!);
    }

    /// <summary>People in the room who answer one question, go back, and answer it again.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>[]>[]> SeatsAsync()
    {
        var seats = new IReadOnlyList<KeyValuePair<string, string>[]>[AtOnce];
        for (var seat = 0; seat < AtOnce; seat++)
        {
            using var visitor = new RoomVisitor(bot);
            await visitor.EnterAsync(await FetchAsync(Interlocked.Increment(ref next)));
            await visitor.GoToAsync("For");
            var here = visitor.Page.Hidden;
            await visitor.AnswerAsync("ThinkAlong");
            seats[seat] =
            [
                [.. visitor.Page.Hidden.Where(field => field.Key is not ("act" or "answer")).Select(field => KeyValuePair.Create(field.Key, field.Value)), new("act", "back")],
                [.. here.Where(field => field.Key != "answer").Select(field => KeyValuePair.Create(field.Key, field.Value)), new("answer", "ThinkAlong")],
            ];
        }

        return seats;
    }

    /// <summary>Gives the length of the page that came last.</summary>
    public async Task<int> TurnsAsync(IReadOnlyList<KeyValuePair<string, string>[]>[] seats, int count)
    {
        var length = 0;
        await Task.WhenAll(seats.Select(async seat =>
        {
            for (var turn = 0; turn < count / seats.Length; turn++)
                length = await TurnAsync(seat[turn % seat.Count]);
        }));
        return length;
    }

    /// <summary>Gives the length of the page.</summary>
    public async Task<int> TurnAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync("/room", form);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"The room answered {(int)answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Whole conversations, from the button to the return code, and the advisor's yes. Gives how many turns they took.</summary>
    public async Task<int> BookingsAsync(int count, int firstPerson, int perEmployer = 3)
    {
        var turns = 0;
        street.Sink.Clear();
        await EachAsync(count, async which =>
        {
            var person = firstPerson + which;
            using var visitor = new RoomVisitor(bot);
            await visitor.EnterAsync(await FetchAsync(person));
            Interlocked.Add(ref turns, 2);
            while (visitor.Page.Hidden.TryGetValue("step", out var step))
            {
                var advisors = street.Town.AdvisorsOf(person % street.Town.EmployerCount, perEmployer);
                await visitor.GoOnceAsync(advisors[which % advisors.Length], time: 0);
                Interlocked.Increment(ref turns);
                if (step == "NoteCode")
                    return;
            }

            throw new InvalidOperationException($"A conversation ended at: {visitor.Page.Title}");
        });
        return turns + await AcceptAsync(count);
    }

    /// <summary>The same conversations with the peer, which talks in the chat. Gives how many turns they took.</summary>
    public async Task<int> TalksAsync(int count, int firstPerson)
    {
        street.Sink.Clear();
        await EachAsync(count, async which =>
        {
            var (person, turn) = (firstPerson + which, 0);
            foreach (var words in Talk.Said(Town.AdvisorKey(which % street.Town.AdvisorCount)))
                await PostAsync(street.Town.Say(person, words, $"{prefix}t{person}-{turn++}", street.Sink.ServiceUrl));
        });
        var turns = count * Talk.Turns;
        if (street.Sink.Received != turns + count)
            throw new InvalidOperationException($"The peer posted {street.Sink.Received} messages in {turns} turns.");
        return turns + await AcceptAsync(count);
    }

    private async Task<int> AcceptAsync(int count)
    {
        var handoffs = await street.Sink.HandoffsAsync(count);
        await EachAsync(count, which => PostAsync(street.Town.Accept(handoffs[which], street.Sink.ServiceUrl)));
        return count;
    }

    public static async Task EachAsync(int count, Func<int, Task> act, int atOnce = AtOnce)
    {
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, count));
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (waiting.TryDequeue(out var which))
                await act(which);
        }));
    }

    public void Dispose() => http.Dispose();
}
