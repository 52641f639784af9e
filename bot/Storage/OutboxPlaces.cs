namespace VpBot.Storage;

/// <summary>A few places for each kind of step, so that one kind whose other side is silent never holds up another.</summary>
/// <param name="places">How many each kind has.</param>
internal sealed class OutboxPlaces(IReadOnlyDictionary<string, int> places)
{
    public const int PerKind = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _free = new(places);

    /// <summary>The kinds that have a free place now, and how many. Only who asks this takes places, so none of them can be gone before.</summary>
    public IReadOnlyDictionary<string, int> Free()
    {
        lock (_gate)
            return _free.Where(kind => kind.Value > 0).ToDictionary();
    }

    /// <summary>False when none is free, or the kind is unknown here.</summary>
    public bool TryTake(string kind)
    {
        lock (_gate)
        {
            if (_free.GetValueOrDefault(kind) == 0)
                return false;
            _free[kind]--;
            return true;
        }
    }

    public void Take(string kind) => Change(kind, -1);

    /// <summary>True when it was the only free place of its kind: steps may have waited for it.</summary>
    public bool GiveBack(string kind) => Change(kind, 1) == 1;

    private int Change(string kind, int by)
    {
        lock (_gate)
            return _free[kind] += by;
    }
}
