using System.Collections.Concurrent;
using QRCoder;

namespace VpBot.Room;

/// <summary>A short link as an SVG, drawn here: no address is shown to a third party.</summary>
internal static class QrCode
{
    private static readonly ConcurrentDictionary<string, string> Drawn = new();

    public static string Of(string address) => Drawn.GetOrAdd(address, static text =>
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return svg.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    });
}
