using System.Text;

namespace VpBot.Tests.Hostile;

/// <summary>Bends what is right into what nobody should send. The same seed bends in the same way.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly byte[][] Odd =
    [
        .. new[]
        {
            "null", "true", "-1", "1e999", "[]", "{}", "\"\"", "\"\\ud800\"", "\\u0000", "\0", "'", "\"", "<script>", "%00", "&&&=", "--", "../../", "{{", "${x}", "9999999999999999999", "😀", "\u202e",
            "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}", "task/submit", "adaptiveCard/action", "composeExtension/fetchTask", "invoke", "2026-02-30", "A-A-A-A",
        }.Select(Encoding.UTF8.GetBytes),
        [.. Enumerable.Repeat((byte)'[', 100)],
        [.. Enumerable.Repeat((byte)'a', 3_000)],
        [0xC3, 0x28, 0xFF],
    ];

    private readonly Random random = new(seed);

    public int Next(int most) => random.Next(most);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public byte[] Of(byte[] right)
    {
        var bent = new List<byte>(right);
        for (var times = random.Next(4); times >= 0; times--)
            Bend(bent);
        return [.. bent];
    }

    public string Of(string right) => Encoding.UTF8.GetString(Of(Encoding.UTF8.GetBytes(right)));

    private void Bend(List<byte> bent)
    {
        var at = random.Next(bent.Count + 1);
        var length = Math.Min(random.Next(40), bent.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bent.RemoveRange(at, length);
                break;
            case 1:
                bent.InsertRange(at, One(Odd));
                break;
            case 2:
                bent.RemoveRange(at, length);
                bent.InsertRange(at, One(Odd));
                break;
            case 3:
                bent.InsertRange(random.Next(bent.Count + 1), bent.GetRange(at, length));
                break;
            case 4 when at < bent.Count:
                bent[at] = (byte)random.Next(256);
                break;
            case 5 when random.Next(4) == 0:
                bent.RemoveRange(at, bent.Count - at);
                break;
        }
    }
}
