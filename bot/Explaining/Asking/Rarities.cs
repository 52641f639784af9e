namespace VpBot.Explaining.Asking;

/// <summary>How much a feature says: the rarer among all phrasings, the more.</summary>
internal sealed class Rarities
{
    /// <summary>Keeps one rare word from deciding alone.</summary>
    private const double Calm = 0.7;
    private readonly Dictionary<string, double> _known;
    private readonly double _unheard;

    public Rarities(IEnumerable<Dictionary<string, double>> phrasings)
    {
        var all = phrasings.ToList();
        _known = all.SelectMany(phrasing => phrasing.Keys).CountBy(feature => feature).ToDictionary(count => count.Key, count => Of(all.Count, count.Value));
        _unheard = Of(all.Count, 1);
    }

    public Vector Weighed(Dictionary<string, double> features) => new(features.ToDictionary(one => one.Key, one => one.Value * _known.GetValueOrDefault(one.Key, _unheard)));

    private static double Of(int phrasings, int having) => Math.Pow(Math.Log(1 + ((double)phrasings / having)), Calm);
}

/// <summary>Weighed features, and how alike two texts are by them: the cosine, from 0 to 1.</summary>
internal sealed class Vector(Dictionary<string, double> weights)
{
    private readonly Dictionary<string, double> _weights = weights;
    private readonly double _length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));

    public double Like(Vector other) =>
        _length == 0 || other._length == 0 ? 0 : _weights.Sum(one => one.Value * other._weights.GetValueOrDefault(one.Key)) / (_length * other._length);
}
