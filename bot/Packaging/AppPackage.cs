using System.IO.Compression;
using System.Text;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;

namespace VpBot.Packaging;

/// <summary>The zip file that Teams takes: the manifest, the words of the other language, and two icons. The same settings give the same bytes.</summary>
public sealed class AppPackage(AppManifest manifest, EmployerDirectory directory, RoomSettings room)
{
    // What is packed has no date of its own, and zip cannot hold an earlier one.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Teams cuts off or refuses what is longer: one sentence for each name that is.</summary>
    public IEnumerable<string> Faults(Holder holder)
    {
        if (new Uri(room.Address).Scheme != Uri.UriSchemeHttps)
            yield return "Room:Address must begin with https: Teams shows no other page.";
        if (directory.Provider.Name.Length > 32)
            yield return "Provider:Name is longer than 32 characters. Teams takes no more beside an app.";
        if (Tongue.All.Any(tongue => tongue.Words<PackagePhrases>().NameInFull(holder.Name).Length > 100))
            yield return $"The name of {holder.Key} is too long: with the name of the app it may have 100 characters.";
    }

    public Holder Of(Employer employer) => new(employer.Key, employer.Name, new Uri(new Uri(room.Address), $"/employer-visible/{employer.Key}"));

    public Holder OfProvider() => new("provider", directory.Provider.Name, null);

    public byte[] For(Holder holder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest.For(holder)));
            Add(zip, "en.json", Encoding.UTF8.GetBytes(manifest.Localization(holder, Tongue.English)));
            Add(zip, "color.png", PackageFiles.Bytes("color.png"));
            Add(zip, "outline.png", PackageFiles.Bytes("outline.png"));
        }

        return bytes.ToArray();
    }

    // Stored as it is: how hard a machine compresses would show in the bytes.
    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoDate;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
