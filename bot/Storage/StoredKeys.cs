using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Storage.Direct;

namespace VpBot.Storage;

/// <summary>One key of the key ring, wrapped by the certificate outside Development.</summary>
public sealed class StoredKeyRow
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class StoredKeyShape : IEntityTypeConfiguration<StoredKeyRow>
{
    public void Configure(EntityTypeBuilder<StoredKeyRow> builder) => builder.ToTable("KeyRing").HasKey(row => row.Name);
}

/// <summary>Keeps the key ring in our database, so that every instance opens what another one sealed.</summary>
internal sealed class StoredKeys(IDbContextFactory<Database> databases, IEngine engine) : IXmlRepository
{
    private static readonly Statement Select = new("""SELECT "Xml" FROM "KeyRing" """);

    /// <summary>Asked at every start, and then about once a day; who asks cannot wait otherwise.</summary>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. engine.ReadAsync(Select, static row => row.GetString(0), CancellationToken.None).AsTask().GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Set<StoredKeyRow>().Add(new StoredKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

/// <summary>A secret of this service, sealed: the key of <see cref="Privacy.KeyedHash"/>.</summary>
public sealed class SecretRow
{
    public required string Name { get; init; }
    public required byte[] Sealed { get; init; }
}

internal sealed class SecretShape : IEntityTypeConfiguration<SecretRow>
{
    public void Configure(EntityTypeBuilder<SecretRow> builder) => builder.ToTable("Secrets").HasKey(row => row.Name);
}
