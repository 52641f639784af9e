using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace VpBot.Room;

/// <summary>Names for where somebody comes from, so that guessing can be slowed down. They mean nothing outside this process.</summary>
internal static class DoorName
{
    /// <summary>Differs with every start.</summary>
    private static readonly byte[] Salt = RandomNumberGenerator.GetBytes(16);

    /// <summary>Somebody with IPv4, as a network that has only IPv6 writes them (RFC 6052).</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static string Of(IPAddress? address) => Convert.ToHexString(HMACSHA256.HashData(Salt, NetworkOf(address)));

    /// <summary>One home or office has more addresses of IPv6 than anybody can count, and can choose among them: all of its network is one door.</summary>
    private static byte[] NetworkOf(IPAddress? address) => address switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } when Translated.Contains(address) => address.GetAddressBytes()[^4..],
        { AddressFamily: AddressFamily.InterNetworkV6 } => address.GetAddressBytes()[..8],
        _ => address.GetAddressBytes(),
    };
}
