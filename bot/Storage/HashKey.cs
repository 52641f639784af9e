using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VpBot.Privacy;
using VpBot.Storage.Direct;

namespace VpBot.Storage;

/// <summary>
/// Reads the key of the keyed hash, or makes it once. Two instances that start together end with the same key. A key that cannot be
/// opened is left where it is, for when its certificate comes back, and the service goes on with a fresh one: people need the room,
/// and what was hashed before is found again only with the old key.
/// </summary>
internal static class HashKey
{
    private const string Name = "hash-key";

    private static readonly Statement Select = new($"""SELECT "Name", "Sealed" FROM "Secrets" WHERE "Name" LIKE '{Name}%'""");

    public static KeyedHash Read(IDbContextFactory<Database> databases, IEngine engine, Sealing sealing, ILogger<KeyedHash> log)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var rows = engine.ReadAsync(Select, ReadRow, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            if (rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => Open(row, sealing)).OfType<KeyedHash>().FirstOrDefault() is { } key)
                return key;
            using var db = databases.CreateDbContext();
            try
            {
                var fresh = new HashKeyContent(RandomNumberGenerator.GetBytes(32));
                db.Set<SecretRow>().Add(new SecretRow
                {
                    Name = rows.Count == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}-{rows.Count + 1:00}"),
                    Sealed = sealing.Seal("", SealedKind.HashKey, fresh, StorageJson.Default.HashKeyContent),
                });
                db.SaveChanges();
                if (rows.Count > 0)
                    StorageLog.KeysLost(log, rows.Count);
                return new KeyedHash(fresh.Key);
            }
            catch (DbUpdateException fault) when (fault.WasTaken())
            {
                // Another instance was faster: its key is read.
            }
        }

        throw new InvalidOperationException("The hash key could not be read or written. Check that the database can be written.");
    }

    private static SecretRow ReadRow(DbDataReader row) => new() { Name = row.GetString(0), Sealed = row.GetFieldValue<byte[]>(1) };

    private static KeyedHash? Open(SecretRow row, Sealing sealing) =>
        sealing.Open("", SealedKind.HashKey, row.Sealed, StorageJson.Default.HashKeyContent) is { } content ? new KeyedHash(content.Key) : null;
}

internal sealed record HashKeyContent(byte[] Key);

[JsonSerializable(typeof(HashKeyContent))]
internal sealed partial class StorageJson : JsonSerializerContext;
