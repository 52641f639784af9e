using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.DataProtection;

namespace VpBot.Privacy;

/// <summary>What a sealed column holds. The kind is part of the purpose: a value moved to another column does not open.</summary>
public enum SealedKind
{
    Session,
    Ticket,
    Request,
    Outbox,
    AdvisorConversation,
    HashKey,
    Arranged,
    ColleagueQuestion,
    Correspondence,
    AftercareAnswer,
    Nudge,
    Register,
    YearlyReport,
    OwnChoices,
}

/// <summary>Seals what is stored, with a purpose per employer and kind (ASP.NET Core Data Protection).</summary>
public sealed class Sealing(IDataProtectionProvider provider)
{
    private readonly ConcurrentDictionary<(string Employer, SealedKind Kind), IDataProtector> _protectors = new();

    public byte[] Seal<T>(string employer, SealedKind kind, T value, JsonTypeInfo<T> shape) =>
        Protector(employer, kind).Protect(JsonSerializer.SerializeToUtf8Bytes(value, shape));

    /// <summary>The value, or null when the key is gone or the bytes are not ours: unreadable is an answer, not a crash.</summary>
    public T? Open<T>(string employer, SealedKind kind, byte[] sealedBytes, JsonTypeInfo<T> shape) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Protector(employer, kind).Unprotect(sealedBytes), shape);
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string employer, SealedKind kind) =>
        _protectors.GetOrAdd((employer, kind), of => provider.CreateProtector("VpBot", of.Employer, of.Kind.ToString()));
}
