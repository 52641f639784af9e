using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VpBot.Employers.Files;

/// <summary>What lies in the folder at one moment, file by file, with the sentences about what is wrong in it.</summary>
internal sealed class EmployerFiles
{
    private const int MostBytes = 1 << 20;
    private readonly Dictionary<string, FilePlaces> _places = [];

    public static readonly EmployerFiles None = new();

    public Dictionary<string, EmployerFile> Employers { get; } = [];

    public List<string> Faults { get; } = [];

    /// <summary>Differs whenever a file differs.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <param name="known">The fingerprint of an earlier reading: where it still fits, no file is read as an employer again.</param>
    public static EmployerFiles Read(string folder, string known = "")
    {
        var files = new EmployerFiles();
        try
        {
            files.ReadAll(folder, known);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            files.Faults.Add($"EmployerFolder:Path is \"{folder}\", which cannot be read now ({fault.GetType().Name}). Nobody is removed by that: look whether it is there and may be read.");
        }

        return files;
    }

    /// <summary>
    /// What the folder says of its files without opening one: names, lengths, times. Empty where it says nothing of what they hold, as
    /// with the links of a mounted volume, or cannot be asked.
    /// </summary>
    public static string Glance(string folder)
    {
        try
        {
            using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                if (file.LinkTarget is not null)
                    return "";
                sum.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name}\n{file.Length} {file.LastWriteTimeUtc.Ticks} {file.CreationTimeUtc.Ticks}\n")));
            }

            return Convert.ToHexString(sum.GetHashAndReset());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The sentence with the file and the line that it is about, where it is about one.</summary>
    public string Placed(string sentence)
    {
        foreach (var (key, places) in _places)
        {
            var own = $"Employers:{key}";
            if (!sentence.StartsWith(own, StringComparison.Ordinal) || !Ends(sentence, own.Length))
                continue;
            var path = sentence[own.Length..].TrimStart(':').Split(' ')[0];
            return $"{key}.json, line {places.LineOf(path.TrimEnd(':'))}: {sentence[own.Length..].TrimStart(':', ' ')}";
        }

        return sentence.Split('"') is [_, var named, ..] && Lines(named) is { Count: > 0 } lines ? $"{string.Join(" and ", lines)}: {sentence}" : sentence;
    }

    private void ReadAll(string folder, string known)
    {
        var (all, contents) = (new List<byte>(), new List<(string Path, byte[] Bytes)>());
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(stream.Length, MostBytes + 1)];
            stream.ReadExactly(bytes);
            all.AddRange(Encoding.UTF8.GetBytes(path));
            all.AddRange(SHA256.HashData(bytes));
            contents.Add((path, bytes));
        }

        Fingerprint = Convert.ToHexString(SHA256.HashData(all.ToArray()));
        if (all.Count == 0)
            Faults.Add($"EmployerFolder:Path is \"{folder}\", which holds no file such as duinrand.json. Nobody is removed by that: look whether the right folder is mounted.");
        if (Fingerprint == known)
            return;
        foreach (var (path, bytes) in contents)
        {
            if (bytes.Length > MostBytes)
                Faults.Add($"{Path.GetFileName(path)} is larger than one megabyte. Look whether it is an employer's file.");
            else
                ReadOne(Path.GetFileNameWithoutExtension(path), bytes);
        }
    }

    private void ReadOne(string key, byte[] bytes)
    {
        ReadOnlySpan<byte> json = bytes;
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            var places = new FilePlaces(json);
            _places[key] = places;
            Faults.AddRange(places.Unknown.Select(unknown => $"{key}.json, {unknown}"));
            Faults.AddRange(places.Nulls.Select(missing => $"{key}.json, {missing}"));
            if (places.Nulls.Count > 0)
                return;
            if (JsonSerializer.Deserialize<EmployerFile>(json, EmployerFile.Shape) is not { } file)
                Faults.Add($"{key}.json, line 1: null is no employer. Write it as in examples/employers.");
            else if (file.IsRemoved && file.Removed != key)
                Faults.Add($"{key}.json, line {places.LineOf(nameof(EmployerFile.Removed))}: Removed is \"{file.Removed}\". Write \"{key}\" when this employer leaves, or take the line out.");
            else if (file.IsRemoved && file.TenantId.Length == 0)
                Faults.Add($"{key}.json, line {places.LineOf(nameof(EmployerFile.Removed))}: the rest of the file is gone. Put it back beside Removed: what its own advisors set is found by it.");
            else
                Employers.Add(key, file);
        }
        catch (JsonException fault)
        {
            var path = fault.Path?.TrimStart('$', '.').Replace('.', ':') is { Length: > 0 } at ? at : "this";
            Faults.Add($"{key}.json, line {(fault.LineNumber ?? 0) + 1}: {path} cannot be read as JSON, or is of another kind than belongs there. Compare it with examples/employers.");
        }
        // What a reader of JSON throws for a letter that is no UTF-8.
        catch (InvalidOperationException)
        {
            Faults.Add($"{key}.json holds letters that cannot be read. Save it as UTF-8.");
        }
    }

    private List<string> Lines(string named) =>
    [
        .. from file in _places
           from place in file.Value.All
           where place.Text == named || (place.Text is null && place.Path.EndsWith($"Advisors:{named}", StringComparison.OrdinalIgnoreCase))
           select $"{file.Key}.json, line {place.Line}",
    ];

    private static bool Ends(string sentence, int at) => at == sentence.Length || sentence[at] is ':' or ' ';
}
