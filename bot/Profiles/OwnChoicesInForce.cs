using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Storage.Direct;

namespace VpBot.Profiles;

/// <summary>
/// Brings what advisors set themselves to the directory of this instance, so that a turn reads no row for it. What cannot be read,
/// or does not fit the settings any more, is left aside: the settings hold, and the operator is told.
/// </summary>
public sealed class OwnChoicesInForce(EmployerDirectory directory, Sealing sealing, ILogger<OwnChoicesInForce> log)
{
    private static readonly Statement Revisions = new("""SELECT "Advisor", "Revision" FROM "OwnChoices" """);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Revision, OwnChoices? Own)> _known = [];

    public OwnChoices? Open(OwnChoicesRow row) =>
        sealing.Open(row.Advisor, SealedKind.OwnChoices, row.Sealed, OwnChoicesJson.Default.OwnChoicesDocument) is { Version: OwnChoicesDocument.Current } document
            ? document.Set
            : null;

    /// <summary>Takes over what this and other instances saved meanwhile: one small question when nothing changed.</summary>
    internal async Task LookAsync(IEngine engine, IDbContextFactory<Database> databases, CancellationToken stopping)
    {
        var before = Known();
        var now = await engine.ReadAsync(Revisions, static row => (Advisor: row.GetString(0), Revision: row.GetInt64(1)), stopping);
        List<string> changed = [.. now.Where(row => before.GetValueOrDefault(row.Advisor) < row.Revision).Select(row => row.Advisor)];
        List<string> gone = [.. before.Keys.Except(now.Select(row => row.Advisor))];
        if (changed.Count + gone.Count == 0)
            return;
        await using var db = await databases.CreateDbContextAsync(stopping);
        Take(await db.Set<OwnChoicesRow>().AsNoTracking().Where(row => changed.Contains(row.Advisor)).ToListAsync(stopping), gone);
    }

    /// <summary>These hold from now on, unless something newer is known already.</summary>
    public void Take(IReadOnlyList<OwnChoicesRow> changed, IReadOnlyList<string>? gone = null)
    {
        lock (_gate)
        {
            foreach (var advisor in gone ?? [])
                _known.Remove(advisor);
            foreach (var row in changed.Where(row => !_known.TryGetValue(row.Advisor, out var known) || known.Revision < row.Revision))
                _known[row.Advisor] = (row.Revision, Open(row));
            var set = _known.Where(known => known.Value.Own is not null).ToFrozenDictionary(known => known.Key, known => known.Value.Own!);
            directory.Follow(source => set.GetValueOrDefault(source.Id) is { } own ? source.With(own) : null);
            var aside = changed.Count(row => directory.Source(row.Advisor) is { } source && (_known[row.Advisor].Own is not { } own || source.With(own) is null));
            if (aside > 0)
                ProfilesLog.LeftAside(log, aside);
        }
    }

    private Dictionary<string, long> Known()
    {
        lock (_gate)
            return _known.ToDictionary(known => known.Key, known => known.Value.Revision);
    }
}
