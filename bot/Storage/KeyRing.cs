using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace VpBot.Storage;

/// <summary>The certificate that wraps the key ring. Null in Development, where the keys lie open.</summary>
internal sealed record KeyRing(X509Certificate2? Certificate)
{
    /// <summary>
    /// Wraps the key ring, or refuses to start. An expired certificate still opens and wraps: people need the room more than a date,
    /// and the operator hears of it (<see cref="StorageWatch"/>).
    /// </summary>
    public static KeyRing Wrap(WebApplicationBuilder builder, IDataProtectionBuilder dataProtection)
    {
        var settings = builder.Configuration.GetSection("Privacy").Get<KeyRingSettings>() ?? new();
        if (settings.KeyRingCertificatePath.Length == 0)
        {
            if (!builder.Environment.IsDevelopment())
                throw Refused("Privacy:KeyRingCertificatePath is empty. Outside Development the key ring must be wrapped: give a certificate with its private key (.pfx).");
            return new(Certificate: null);
        }

        var current = Read(settings.KeyRingCertificatePath, settings.KeyRingCertificatePassword, "Privacy:KeyRingCertificatePath");
        dataProtection.ProtectKeysWithCertificate(current);
        var earlier = settings.EarlierKeyRingCertificates.Where(one => one.Path.Length > 0)
            .Select((one, i) => Read(one.Path, one.Password, $"Privacy:EarlierKeyRingCertificates:{i}:Path")).ToArray();
        dataProtection.UnprotectKeysWithAnyCertificate([current, .. earlier]);
        return new(current);
    }

    private static X509Certificate2 Read(string path, string password, string setting) => KeyRingCertificate.Read(path, password, setting) switch
    {
        KeyRingCertificate.Usable usable => usable.Certificate,
        KeyRingCertificate.Unusable unusable => throw Refused(unusable.Why),
        _ => throw new InvalidOperationException("A certificate is usable or it is not."),
    };

    private static OptionsValidationException Refused(string why) => new("Privacy", typeof(KeyRingSettings), [why]);
}
