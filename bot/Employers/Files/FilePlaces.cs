using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VpBot.Employers.Files;

/// <summary>Something that stands in a file: its path as in the settings, the line, and what it says when it is a text.</summary>
internal sealed record FilePlace(string Path, int Line, string? Text);

/// <summary>Where everything of one file stands, and what in it nothing reads.</summary>
internal sealed class FilePlaces
{
    private readonly List<FilePlace> _places = [];
    private readonly int[] _lineEnds;

    /// <exception cref="JsonException">The file is no JSON.</exception>
    public FilePlaces(ReadOnlySpan<byte> json)
    {
        _lineEnds = [.. Ends(json.ToArray())];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Walk(ref reader, "", typeof(EmployerFile));
        while (reader.Read()) { }
    }

    /// <summary>Sentences without the name of the file.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Sentences about a null within a list or beside a key, where every reader of the settings expects something.</summary>
    public List<string> Nulls { get; } = [];

    public IReadOnlyList<FilePlace> All => _places;

    /// <summary>The line of this path, or of what it would stand in.</summary>
    public int LineOf(string path)
    {
        for (var at = path; at.Length > 0; at = at.LastIndexOf(':') is > 0 and var end ? at[..end] : "")
        {
            if (_places.Find(place => place.Path == at) is { } place)
                return place.Line;
        }

        return 1;
    }

    private void Walk(ref Utf8JsonReader reader, string at, Type? type)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            WalkMembers(ref reader, at, type is null ? null : EmployerFile.Shape.GetTypeInfo(type));
        else if (reader.TokenType == JsonTokenType.StartArray)
            WalkItems(ref reader, at, type is null ? null : EmployerFile.Shape.GetTypeInfo(type).ElementType);
        else if (reader.TokenType == JsonTokenType.String)
            _places.Add(new(at, Line(reader.TokenStartIndex), reader.GetString()));
    }

    private void WalkMembers(ref Utf8JsonReader reader, string at, JsonTypeInfo? info)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var (path, line) = (at.Length == 0 ? name : $"{at}:{name}", Line(reader.TokenStartIndex));
            _places.Add(new(path, line, null));
            var type = info is { Kind: JsonTypeInfoKind.Dictionary } ? info.ElementType : info?.Properties.FirstOrDefault(property => property.Name == name && property.Set is not null)?.PropertyType;
            if (type is null && info is { Kind: JsonTypeInfoKind.Object })
                Unknown.Add($"line {line.ToString(CultureInfo.InvariantCulture)}: {path} is no setting. Choose from {string.Join(", ", info.Properties.Where(property => property.Set is not null).Select(property => property.Name))}, or take it out.");
            reader.Read();
            if (info is { Kind: JsonTypeInfoKind.Dictionary })
                NoNull(reader, path);
            Walk(ref reader, path, type);
        }
    }

    private void WalkItems(ref Utf8JsonReader reader, string at, Type? type)
    {
        for (var item = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; item++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{at}:{item}");
            NoNull(reader, path);
            Walk(ref reader, path, type);
        }
    }

    private void NoNull(Utf8JsonReader reader, string path)
    {
        if (reader.TokenType == JsonTokenType.Null)
            Nulls.Add($"line {Line(reader.TokenStartIndex).ToString(CultureInfo.InvariantCulture)}: {path} is null. Write what it should be, or take it out.");
    }

    private int Line(long index)
    {
        var found = Array.BinarySearch(_lineEnds, (int)index);
        return (found < 0 ? ~found : found) + 1;
    }

    private static IEnumerable<int> Ends(byte[] json)
    {
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == (byte)'\n')
                yield return at;
        }
    }
}
