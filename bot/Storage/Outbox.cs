using System.Text.Json.Serialization.Metadata;
using VpBot.Privacy;

namespace VpBot.Storage;

/// <summary>What became of a step that had to leave.</summary>
public abstract record Departure
{
    private Departure() { }

    /// <summary>The other side acknowledged it. The row goes, together with what the carrier changed.</summary>
    public sealed record Done : Departure;

    /// <summary>Not now. The row stays; the wait grows, and is at least <paramref name="After"/>.</summary>
    public sealed record Again(TimeSpan After) : Departure;
}

/// <summary>Carries one kind of step out. It may be called twice for the same step, and must then do no harm.</summary>
public interface ICarrier
{
    string Kind { get; }

    /// <summary>
    /// Changes made through <paramref name="db"/> are saved together with the removal of the row. A carrier that changes rows
    /// at once, without tracking them, begins a transaction first; it is committed with the removal. Nothing of it is saved when
    /// another instance took the step over meanwhile.
    /// </summary>
    /// <param name="stopping">Ends while the lease still has room for the commit, or when this instance stops.</param>
    Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping);
}

/// <summary>Writes steps into the outbox and rings the bell for the worker.</summary>
public sealed class Outbox(Sealing sealing, TimeProvider clock)
{
    private readonly Bell _bell = new();

    /// <summary>Adds a step to the transaction of <paramref name="db"/>. Ring the bell after it was saved.</summary>
    public void Add<T>(Database db, string employer, string kind, string id, T payload, JsonTypeInfo<T> shape)
    {
        var now = clock.GetUtcNow();
        db.Set<OutboxRow>().Add(new OutboxRow
        {
            Id = id,
            Kind = kind,
            Employer = employer,
            Sealed = sealing.Seal(employer, SealedKind.Outbox, payload, shape),
            CreatedAt = now,
            NotBefore = now,
        });
    }

    public T? Open<T>(OutboxRow row, JsonTypeInfo<T> shape) where T : class =>
        sealing.Open(row.Employer, SealedKind.Outbox, row.Sealed, shape);

    public void Ring() => _bell.Ring();

    /// <summary>Rings when something was written through <paramref name="db"/> that must leave. Most turns write nothing of the kind.</summary>
    public void RingFor(Database db)
    {
        if (db.ChangeTracker.Entries<OutboxRow>().Any())
            Ring();
    }

    /// <summary>Waits for the bell, at most <paramref name="patience"/>: another instance may have written a step. True when it rang.</summary>
    public Task<bool> HeardAsync(TimeSpan patience, CancellationToken stopping) => _bell.HeardAsync(patience, stopping);
}
