using VpBot.Playground;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>What a leaked word would be to the person it is about.</summary>
internal enum Kind
{
    Name,
    UserId,
    Chat,
    Mail,
    Phone,
    Alias,
    TypedLine,
    Topic,
    FreeText,
    Advisor,
    Slot,
    ReturnCode,
    Ticket,
    Session,
    PostedByHr,
}

/// <summary>One planted word, and the path on which it was planted.</summary>
internal sealed record Canary(Kind Kind, string Value, string Path);

/// <summary>Every word that was planted in a run.</summary>
internal sealed class Canaries
{
    private readonly HashSet<Canary> planted = [];
    private int next;

    public string Path { get; private set; } = "";

    public IReadOnlyCollection<Canary> All => planted;

    public void Begin(string path) => Path = path;

    /// <returns>The first of the values.</returns>
    public string Plant(Kind kind, params string[] values)
    {
        foreach (var value in values)
            planted.Add(new(kind, value, Path));
        return values[0];
    }

    /// <summary>A word that is nobody else's in this run, and short enough to be called by.</summary>
    public string NewWord(Kind kind) => Plant(kind, $"Roerdomp{++next:00}{Guid.NewGuid():N}"[..24]);

    /// <summary>A telephone number that is nobody else's, also as a machine writes it.</summary>
    public string NewPhone()
    {
        var number = $"06 {next = next + 1:00} {Guid.NewGuid().GetHashCode() & 0xfffff:0000000}"[..13];
        var plain = number.Replace(" ", "", StringComparison.Ordinal);
        return Plant(Kind.Phone, number, plain, "+31" + plain[1..]);
    }

    /// <summary>Everything by which a person is known; the id as it is written here and there.</summary>
    public void Plant(Person person)
    {
        Plant(Kind.Name, person.Name);
        Plant(Kind.Mail, person.Mail);
        Plant(Kind.Chat, person.ConversationId);
        var plain = person.ObjectId.Replace("-", "", StringComparison.Ordinal);
        Plant(Kind.UserId, person.ObjectId, person.ObjectId.ToUpperInvariant(), plain, plain.ToUpperInvariant(), $"{{{person.ObjectId}}}");
        Plant(Kind.UserId, $"8:orgid:{person.ObjectId}", $"{person.Tenant.Id}{person.ObjectId}", $"{person.Tenant.Id}:{person.ObjectId}", $"{person.Tenant.Id}/{person.ObjectId}");
        Plant(Kind.UserId, person.TeamsId, person.TeamsId[3..]);
    }
}
