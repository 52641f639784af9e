using System.Globalization;
using System.Net.Sockets;
using System.Text;

#pragma warning disable MA0047 // The runtime looks for this name without a namespace.
/// <summary>
/// Runs inside the process that is measured, which stays the production program: the runtime calls it before Main. It answers on a
/// socket what the process has used so far. Source: "Host startup hook", dotnet/runtime.
/// </summary>
internal static class StartupHook
{
    public const string SocketVariable = "BENCH_PROBE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is { Length: > 0 } path)
            new Thread(() => Answer(path)) { IsBackground = true }.Start();
    }

    private static void Answer(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var asked = new byte[1];
        while (true)
        {
            using var asker = listener.Accept();
            while (asker.Receive(asked) == 1)
                asker.Send(Encoding.ASCII.GetBytes(Used(asked[0] == (byte)'c')));
        }
    }

    /// <summary>Microseconds of processor, bytes allocated since the start, bytes alive, bytes of memory.</summary>
    private static string Used(bool collect)
    {
        if (collect)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.CpuUsage.TotalTime.TotalMicroseconds:F0} {GC.GetTotalAllocatedBytes(precise: true)} {GC.GetTotalMemory(false)} {Environment.WorkingSet}\n");
    }
}
