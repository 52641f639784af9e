using System.Text.Json;
using System.Text.Unicode;

namespace VpBot.Teams.Incoming;

/// <summary>
/// The value of an invoke. JSON can hold half of a letter (an unpaired surrogate), which no text can; the parser leaves it
/// until somebody reads it, and that would then be a fault of ours.
/// </summary>
internal static class InvokeValue
{
    /// <param name="json">What it was read from. Half of a letter needs an escape, or bytes that are no text: without either nothing has to be looked at.</param>
    public static bool IsReadable(ReadOnlySpan<byte> json, JsonElement value)
    {
        if (json.IndexOf("\\u"u8) < 0 && Utf8.IsValid(json))
            return true;
        try
        {
            Read(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Read(item);
                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }
}
