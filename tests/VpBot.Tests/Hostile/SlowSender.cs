using System.Net.Sockets;
using System.Text;

namespace VpBot.Tests.Hostile;

/// <summary>Sends the beginning of a request at once and the rest a few bytes at a time, for ever, until it is cut off.</summary>
internal sealed class SlowSender(Uri bot) : IDisposable
{
    public const string Headers = "POST /room HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    public const string Body = "POST /room HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 12000\r\n\r\nact=begin&answer=";

    public const string Photo = "POST /room HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 70000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TcpClient line = new();

    /// <summary>What was answered before the line was cut. It ends when the line was cut, or throws when that took too long.</summary>
    public async Task<string> SendAsync(string beginning, int bytesAtOnce, TimeSpan patience, CancellationToken stopping = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        ending.CancelAfter(patience);
        await line.ConnectAsync(bot.Host, bot.Port, ending.Token);
        var stream = line.GetStream();
        var answer = ReadAsync(stream, ending.Token);
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), ending.Token);
            var bytes = Encoding.ASCII.GetBytes(new string('a', bytesAtOnce));
            while (!answer.IsCompleted)
            {
                await stream.WriteAsync(bytes, ending.Token);
                await Task.WhenAny(answer, Task.Delay(Pause, ending.Token));
            }
        }
        catch (IOException)
        {
            // The other side hung up while we wrote.
        }

        return await answer;
    }

    public void Dispose() => line.Dispose();

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken ending)
    {
        using var said = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, ending)) > 0)
                said.Write(buffer, 0, read);
        }
        catch (IOException)
        {
            // The line was cut hard.
        }

        return Encoding.UTF8.GetString(said.ToArray());
    }
}
