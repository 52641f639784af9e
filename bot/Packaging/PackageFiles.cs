using System.Text;

namespace VpBot.Packaging;

/// <summary>The files of <c>manifest/</c>, which lie in the program: a deployed one can make its package.</summary>
internal static class PackageFiles
{
    public static string Read(string name) => Encoding.UTF8.GetString(Bytes(name));

    public static byte[] Bytes(string name)
    {
        using var file = typeof(PackageFiles).Assembly.GetManifestResourceStream($"manifest/{name}")
            ?? throw new InvalidOperationException($"manifest/{name} is missing from the program.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
