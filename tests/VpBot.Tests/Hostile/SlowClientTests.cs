using System.Net;
using System.Net.Sockets;
using System.Text;
using VpBot.Room;
using VpBot.Tests.Support;

namespace VpBot.Tests.Hostile;

/// <summary>Whoever sends slowly or far too much is cut off or refused, and the others do not notice.</summary>
public sealed class SlowClientTests(PlaygroundFixture fixture) : IClassFixture<PlaygroundFixture>
{
    private const int Senders = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Uri Bot => fixture.Server.Bot!.Address;

    [Fact]
    public async Task Who_sends_byte_by_byte_is_cut_off_while_others_go_on_and_nothing_stays()
    {
        using var visitor = new RoomVisitor(Bot);
        await visitor.BeginAsync();
        var (rooms, files) = (fixture.Data.Rows("Sessions"), OpenFiles());
        var slow = Enumerable.Range(0, Senders).SelectMany(_ => (Task<string>[])
        [
            SendAsync(SlowSender.Headers, bytesAtOnce: 1), SendAsync(SlowSender.Body, bytesAtOnce: 1),
        ]).ToList();
        // Fast enough for the rate that is allowed, and minutes from the end of its file: this one ends by the clock.
        slow.Add(SendAsync(SlowSender.Photo, bytesAtOnce: 60));

        await Until.TrueAsync("the senders to be there", () => OpenFiles() >= files + Senders);
        Assert.Equal("For", (await visitor.GoToAsync("For")).Step);
        var answers = await Task.WhenAll(slow);

        Assert.All(answers, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer));
        Assert.Equal(rooms, fixture.Data.Rows("Sessions"));
        await Until.TrueAsync("all lines to be closed", () => OpenFiles() <= files + (Senders / 2), seconds: 30);
        Assert.NotEqual("For", (await visitor.AnswerAsync("ThinkAlong")).Step);
    }

    [Theory]
    [InlineData("GET /room HTTP/1.1\r\nHost: localhost\r\nX-Large: {long}\r\n\r\n", 431)]
    [InlineData("GET /room?{long} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414)]
    [InlineData("POST /room HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000000\r\n\r\nact=begin", 400)]
    [InlineData("POST /room HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 900000000\r\n\r\n--a", 413)]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000000\r\n\r\n{", 401)]
    public async Task Who_sends_far_too_much_is_refused_before_it_is_read(string written, int status)
    {
        var rooms = fixture.Data.Rows("Sessions");
        var request = written.Replace("{long}", new string('a', 40_000), StringComparison.Ordinal);
        using var line = new TcpClient();
        await line.ConnectAsync(Bot.Host, Bot.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(line.GetStream());
        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal(rooms, fixture.Data.Rows("Sessions"));
    }

    [Fact]
    public void A_network_of_IPv6_is_one_door_and_each_address_of_IPv4_is_its_own()
    {
        static string Door(string address) => DoorName.Of(IPAddress.Parse(address));
        Assert.Equal(Door("2001:db8:1:2::1"), Door("2001:db8:1:2:ffff:1:2:3"));
        Assert.NotEqual(Door("2001:db8:1:2::1"), Door("2001:db8:1:3::1"));
        Assert.NotEqual(Door("192.0.2.1"), Door("192.0.2.2"));
        Assert.Equal(Door("192.0.2.1"), Door("::ffff:192.0.2.1"));
        Assert.Equal(Door("192.0.2.1"), Door("64:ff9b::192.0.2.1"));
    }

    private async Task<string> SendAsync(string beginning, int bytesAtOnce)
    {
        using var sender = new SlowSender(Bot);
        return await sender.SendAsync(beginning, bytesAtOnce, Patience);
    }

    private int OpenFiles() => Directory.GetFiles($"/proc/{fixture.Server.Bot!.ProcessId}/fd").Length;
}
