using System.Globalization;
using System.Text;

namespace VpBot.Browser.Support;

/// <summary>
/// Reads a QR code from its picture, as a phone does: versions 1 to 6, in figures, letters and bytes, without repairing anything. Source: ISO/IEC 18004.
/// </summary>
public static class QrReading
{
    private static readonly int[] BlocksAtLevelM = [0, 1, 1, 1, 2, 2, 4];
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static readonly int[] BytesAtLevelM = [0, 16, 28, 44, 64, 86, 108];

    /// <summary>What stands in the code that this part of a page shows.</summary>
    public static async Task<string> OfAsync(ILocator part)
    {
        var picture = Convert.ToBase64String(await part.ScreenshotAsync());
        var rows = await part.Page.EvaluateAsync<string[]>(Modules, $"data:image/png;base64,{picture}");
        return Read(rows);
    }

    public static string Read(IReadOnlyList<string> rows)
    {
        var size = rows.Count;
        var version = (size - 17) / 4;
        if (size != 17 + (4 * version) || version is < 1 or > 6 || rows.Any(row => row.Length != size))
            throw new InvalidDataException($"This is no code of a version that is read here: {size} modules.");
        bool Dark(int x, int y) => rows[y][x] == '1';
        // The first copy of the format: the level, and which of eight masks; both XORed with a constant.
        if (!Dark(0, 8) || Dark(1, 8))
            throw new InvalidDataException("Its level of repair is not M.");
        var mask = (Dark(2, 8) ? 0 : 4) + (Dark(3, 8) ? 2 : 0) + (Dark(4, 8) ? 0 : 1);
        var bits = new List<bool>();
        for (var right = size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
                right = 5;
            for (var step = 0; step < size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? size - 1 - step : step;
                foreach (var x in new[] { right, right - 1 })
                    if (!IsFunction(x, y, size, version))
                        bits.Add(Dark(x, y) ^ IsMasked(mask, x, y));
            }
        }

        return Text(Blocks(bits, version));
    }

    private static bool IsFunction(int x, int y, int size, int version) =>
        (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8) || x == 6 || y == 6
        || (version > 1 && Math.Abs(x - (size - 7)) <= 2 && Math.Abs(y - (size - 7)) <= 2);

    private static bool IsMasked(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    /// <summary>The bytes of all blocks in their own order; on the code they stand one of each in turn.</summary>
    private static byte[] Blocks(List<bool> bits, int version)
    {
        var (blocks, bytes) = (BlocksAtLevelM[version], BytesAtLevelM[version]);
        byte At(int index) => (byte)Enumerable.Range(0, 8).Aggregate(0, (value, bit) => (value << 1) | (bits[(index * 8) + bit] ? 1 : 0));
        return [.. from block in Enumerable.Range(0, blocks) from place in Enumerable.Range(0, bytes / blocks) select At((place * blocks) + block)];
    }

    /// <summary>Parts one after another: four bits say what kind, then how many, then they themselves; no kind is the end.</summary>
    private static string Text(byte[] bytes)
    {
        var text = new StringBuilder();
        var place = 0;
        int Next(int count) => Enumerable.Range(0, count).Aggregate(0, (value, _) => (value << 1) | ((bytes[place / 8] >> (7 - (place++ % 8))) & 1));
        while (place + 4 <= bytes.Length * 8 && Next(4) is var kind and not 0)
        {
            switch (kind)
            {
                case 1:
                    for (var left = Next(10); left > 0; left -= 3)
                        text.Append(Next(left >= 3 ? 10 : left == 2 ? 7 : 4).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(left, 3), '0'));
                    break;
                case 2:
                    for (var left = Next(9); left > 0; left -= 2)
                        text.Append(left == 1 ? $"{Letters[Next(6)]}" : Next(11) is var pair ? $"{Letters[pair / 45]}{Letters[pair % 45]}" : "");
                    break;
                case 4:
                    text.Append(Encoding.UTF8.GetString([.. Enumerable.Range(0, Next(8)).Select(_ => (byte)Next(8))]));
                    break;
                default:
                    throw new InvalidDataException($"It holds a part of kind {kind}, which is not read here.");
            }
        }

        return text.ToString();
    }

    /// <summary>The corner's seven dark modules tell how large one is; each is then looked at in its middle.</summary>
    private const string Modules = """
        async address => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          const dark = (x, y) => data[4 * (y * image.width + x)] < 128;
          let [left, top, right, bottom] = [image.width, image.height, 0, 0];
          for (let y = 0; y < image.height; y++)
            for (let x = 0; x < image.width; x++)
              if (dark(x, y)) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
          let corner = 0;
          while (dark(left + corner, top)) corner++;
          const size = Math.round(7 * (right - left + 1) / corner);
          const at = (from, to, index) => Math.floor(from + (to - from + 1) * (index + 0.5) / size);
          return [...Array(size).keys()].map(row => [...Array(size).keys()].map(column => dark(at(left, right, column), at(top, bottom, row)) ? '1' : '0').join(''));
        }
        """;
}
