using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>Everything one emulated tenant stored. Nothing is ever taken out, as under a legal hold.</summary>
public sealed class TenantArchive
{
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<HeldItem> held = [];
    private readonly List<NotHeldItem> notHeld = [];

    internal TenantArchive(Tenant tenant, TimeProvider time) => (Tenant, this.time) = (tenant, time);

    public Tenant Tenant { get; }

    public IReadOnlyList<HeldItem> Held
    {
        get { lock (gate) return [.. held]; }
    }

    public IReadOnlyList<NotHeldItem> NotHeld
    {
        get { lock (gate) return [.. notHeld]; }
    }

    public IReadOnlyList<HeldItem> AuditLines => [.. Held.Where(item => item.IsAudit)];

    /// <summary>The whole of what is stored, as one text to search for what must not be in it.</summary>
    public string RawText => string.Join('\n', Held.Select(item => $"{item.Kind} {item.Person.Name} {item.Content?.Text()}"));

    public bool Contains(string words) => RawText.Contains(words, StringComparison.OrdinalIgnoreCase);

    internal void Keep(HeldKind kind, Person person, JsonNode? content)
    {
        lock (gate) held.Add(new(held.Count + 1, time.GetUtcNow(), kind, person, content?.DeepClone()));
    }

    internal void Miss(NotHeldKind kind, Person person, string? detail)
    {
        lock (gate) notHeld.Add(new(notHeld.Count + 1, time.GetUtcNow(), kind, person, detail));
    }

    internal void Clear()
    {
        lock (gate)
        {
            held.Clear();
            notHeld.Clear();
        }
    }
}
