using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VpBot.Storage;

/// <summary>The certificates of the key ring, as written under "Privacy".</summary>
public sealed class KeyRingSettings
{
    /// <summary>Wraps new keys: a .pfx with its private key, or the text that a key vault gives out for one.</summary>
    public string KeyRingCertificatePath { get; set; } = "";

    public string KeyRingCertificatePassword { get; set; } = "";

    /// <summary>Certificates from before, which still open the keys that they wrapped. One may go when no key of its time is left.</summary>
    public List<KeyRingCertificateSettings> EarlierKeyRingCertificates { get; set; } = [];
}

public sealed class KeyRingCertificateSettings
{
    public string Path { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>What a file of the settings turned out to hold.</summary>
internal abstract record KeyRingCertificate
{
    private KeyRingCertificate() { }

    public sealed record Usable(X509Certificate2 Certificate) : KeyRingCertificate;

    public sealed record Unusable(string Why) : KeyRingCertificate;

    /// <param name="setting">Its name in the settings, for the sentence that says what to change.</param>
    public static KeyRingCertificate Read(string path, string password, string setting)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(Bytes(path), password);
            return certificate.HasPrivateKey
                ? new Usable(certificate)
                : new Unusable($"{setting} names a certificate without its private key. Export it again, with the key.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Unusable($"{setting} names a file that cannot be read. Give the path of a .pfx that the service may read.");
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return new Unusable($"{setting} does not open. Check that it is a .pfx, and its password.");
        }
    }

    // A vault gives out the file as text, in base 64; a .pfx itself begins with the byte of a sequence.
    private static byte[] Bytes(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes is [0x30, ..] ? bytes : Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(bytes).Trim());
    }
}
