using System.Net;
using System.Net.Sockets;

namespace VpBot.Playground;

internal static class LoopbackPort
{
    /// <summary>Free at this moment. The bot must know its own address before it listens, so a port cannot be left to the system.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
