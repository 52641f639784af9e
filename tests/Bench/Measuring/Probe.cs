using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace VpBot.Bench.Measuring;

/// <summary>What a process has used since it started.</summary>
/// <param name="Cpu">Microseconds of processor.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Alive">Bytes of objects.</param>
/// <param name="Memory">Bytes that the process occupies.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Used(double Cpu, double Allocated, double Alive, double Memory)
{
    public static Used operator -(Used later, Used earlier) =>
        new(later.Cpu - earlier.Cpu, later.Allocated - earlier.Allocated, later.Alive - earlier.Alive, later.Memory - earlier.Memory);

    public Used Per(int turns) => new(Cpu / turns, Allocated / turns, Alive / turns, Memory / turns);
}

/// <summary>Asks the <see cref="StartupHook"/> of a process.</summary>
public sealed class Probe(string path) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public Used Ask(bool collect = false)
    {
        if (!socket.Connected)
            socket.Connect(new UnixDomainSocketEndPoint(path));
        socket.Send([(byte)(collect ? 'c' : 'm')]);
        var answer = new byte[200];
        var length = 0;
        do
            length += socket.Receive(answer, length, answer.Length - length, SocketFlags.None);
        while (answer[length - 1] != (byte)'\n');
        var numbers = Encoding.ASCII.GetString(answer, 0, length).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    public void Dispose() => socket.Dispose();
}
