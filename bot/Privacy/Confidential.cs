using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpBot.Privacy;

/// <summary>A person's words or identity. It prints as a mask, so that a log or an exception that meets it tells nothing.</summary>
[JsonConverter(typeof(ConfidentialTextConverter))]
public readonly struct Confidential(string value) : IEquatable<Confidential>
{
    private readonly string? _value = value;

    /// <summary>The words themselves. The files that may call this are listed in a test.</summary>
    public string Reveal() => _value ?? "";

    public bool IsEmpty => string.IsNullOrWhiteSpace(_value);

    public bool Equals(Confidential other) => Reveal() == other.Reveal();

    public override bool Equals(object? obj) => obj is Confidential other && Equals(other);

    public static bool operator ==(Confidential left, Confidential right) => left.Equals(right);

    public static bool operator !=(Confidential left, Confidential right) => !left.Equals(right);

    public override int GetHashCode() => Reveal().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => "[confidential]";
}

/// <summary>Writes the words into a sealed payload; nothing else serializes a draft.</summary>
internal sealed class ConfidentialTextConverter : JsonConverter<Confidential>
{
    public override Confidential Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
