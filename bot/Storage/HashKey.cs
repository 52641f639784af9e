using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VpBot.Privacy;

namespace VpBot.Storage;

/// <summary>Reads the key of the keyed hash, or makes it once. Two instances that start together end with the same key.</summary>
internal static class HashKey
{
    private const string Name = "hash-key";

    public static KeyedHash Read(IDbContextFactory<Database> databases, Sealing sealing)
    {
        using var db = databases.CreateDbContext();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var row = db.Set<SecretRow>().AsNoTracking().SingleOrDefault(secret => secret.Name == Name);
            if (row is not null)
                return Open(row, sealing);
            try
            {
                var fresh = new HashKeyContent(RandomNumberGenerator.GetBytes(32));
                db.Set<SecretRow>().Add(new SecretRow { Name = Name, Sealed = sealing.Seal("", SealedKind.HashKey, fresh, StorageJson.Default.HashKeyContent) });
                db.SaveChanges();
                return new KeyedHash(fresh.Key);
            }
            catch (DbUpdateException fault) when (fault.WasTaken())
            {
                db.ChangeTracker.Clear();
            }
        }

        throw new InvalidOperationException("The hash key could not be read or written. Check that the database can be written.");
    }

    private static KeyedHash Open(SecretRow row, Sealing sealing) =>
        sealing.Open("", SealedKind.HashKey, row.Sealed, StorageJson.Default.HashKeyContent) is { } content
            ? new KeyedHash(content.Key)
            : throw new OptionsValidationException(
                "Privacy",
                typeof(KeyedHash),
                ["The key ring cannot open this database. Give the certificate that wrapped it (Privacy:KeyRingCertificatePath), or start with an empty database."]);
}

internal sealed record HashKeyContent(byte[] Key);

[JsonSerializable(typeof(HashKeyContent))]
internal sealed partial class StorageJson : JsonSerializerContext;
