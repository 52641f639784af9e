using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using VpBot.Privacy;
using VpBot.Storage.Direct;

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

    /// <summary>How many steps of this kind an instance carries at once as soon as they are saved; as many as its other side takes easily.</summary>
    int PlacesAtOnce => OutboxPlaces.PerKind;

    /// <summary>
    /// Changes made through <paramref name="db"/> are saved together with the removal of the row. A carrier that changes rows
    /// at once, without tracking them, begins a transaction first; it is committed with the removal. Nothing of it is saved when
    /// another instance took the step over meanwhile.
    /// </summary>
    /// <param name="stopping">Ends while the lease still has room for the commit, or when this instance stops.</param>
    Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping);
}

/// <summary>Carries steps of this instance in places of their own, as soon as they are saved.</summary>
internal interface ICarriesAtOnce
{
    /// <summary>False when every place of this kind is taken, or nobody here knows the kind.</summary>
    bool TryTake(string kind);

    void GiveBack(string kind);

    /// <summary>Carries a saved step in the place that was taken for it, and gives the place back.</summary>
    /// <param name="step">As a claim would hand it out: with the attempts before this one.</param>
    void Start(OutboxRow step);
}

/// <summary>Writes steps into the outbox and rings the bell for the worker.</summary>
public sealed class Outbox
{
    private static readonly string Insert = """
        INSERT INTO "Outbox" ("Id", "Kind", "Employer", "Sealed", "CreatedAt", "NotBefore", "Attempts")
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ("Id") DO NOTHING
        """;

    private readonly Sealing _sealing;
    private readonly GroupCommit _commits;
    private readonly TimeProvider _clock;
    private readonly Bell _bell = new();
    private volatile ICarriesAtOnce? _atOnce;

    internal Outbox(Sealing sealing, GroupCommit commits, TimeProvider clock) => (_sealing, _commits, _clock) = (sealing, commits, clock);

    /// <summary>Adds a step to the transaction of <paramref name="db"/>. Ring the bell after it was saved.</summary>
    public void Add<T>(Database db, string employer, string kind, string id, T payload, JsonTypeInfo<T> shape) =>
        db.Set<OutboxRow>().Add(Step(employer, kind, id, payload, shape));

    /// <summary>
    /// Writes one step of a turn that changes nothing else, unless <paramref name="mark"/> changed nothing: then it was written before.
    /// As with <see cref="SaveAsync"/> it is carried at once where there is a free place.
    /// </summary>
    public async Task WriteAsync<T>(Statement mark, string employer, string kind, string id, T payload, JsonTypeInfo<T> shape)
    {
        var step = Step(employer, kind, id, payload, shape);
        var here = _atOnce;
        var leased = here?.TryTake(kind) == true;
        if (leased)
            Lease(step);
        var written = 0;
        try
        {
            written = await _commits.WriteAsync(mark, new Statement(
                Insert, step.Id, step.Kind, step.Employer, step.Sealed, step.CreatedAt.ToUnixTimeMilliseconds(), step.NotBefore.ToUnixTimeMilliseconds(), step.Attempts));
        }
        finally
        {
            if (leased && written < 2)
                here!.GiveBack(kind);
        }

        if (written < 2)
            return;
        if (leased)
            here!.Start(step.AsBeforeItsLease());
        else
            Ring();
    }

    /// <summary>
    /// Saves what <paramref name="db"/> holds, in a transaction of its own. A step in it that finds a free place here is saved with its
    /// lease and carried at once, so that nobody has to look for it; the others are found as always. An instance that is lost between
    /// the two leaves a lease that ends by itself.
    /// </summary>
    public async Task SaveAsync(Database db, CancellationToken stopping)
    {
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("A step may not leave before its transaction is committed.");
        var steps = db.ChangeTracker.Entries<OutboxRow>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        var here = _atOnce;
        var leased = steps.FindAll(step => here?.TryTake(step.Kind) == true);
        leased.ForEach(Lease);
        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch
        {
            // When the commit arrived although its answer was lost, the step is found when the lease has ended.
            foreach (var step in leased)
                here!.GiveBack(step.Kind);
            throw;
        }

        foreach (var step in leased)
            here!.Start(step.AsBeforeItsLease());
        if (leased.Count < steps.Count)
            Ring();
    }

    /// <summary>From now on, or until null, steps can be carried at once by the worker of this instance.</summary>
    internal void CarryAtOnceWith(ICarriesAtOnce? worker) => _atOnce = worker;

    public T? Open<T>(OutboxRow row, JsonTypeInfo<T> shape) where T : class =>
        row.Payload as T ?? _sealing.Open(row.Employer, SealedKind.Outbox, row.Sealed, shape);

    public void Ring() => _bell.Ring();

    private void Lease(OutboxRow step) => (step.NotBefore, step.Attempts) = (_clock.GetUtcNow() + OutboxCarrying.Lease, 1);

    private OutboxRow Step<T>(string employer, string kind, string id, T payload, JsonTypeInfo<T> shape)
    {
        var now = _clock.GetUtcNow();
        return new()
        {
            Id = id,
            Kind = kind,
            Employer = employer,
            Sealed = _sealing.Seal(employer, SealedKind.Outbox, payload, shape),
            CreatedAt = now,
            NotBefore = now,
            Payload = payload,
        };
    }

    /// <summary>Waits for the bell, at most <paramref name="patience"/>: another instance may have written a step. True when it rang.</summary>
    public Task<bool> HeardAsync(TimeSpan patience, CancellationToken stopping) => _bell.HeardAsync(patience, stopping);
}
