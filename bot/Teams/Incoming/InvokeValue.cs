using System.Text.Json;

namespace VpBot.Teams.Incoming;

/// <summary>
/// The value of an invoke. JSON can hold half of a letter (an unpaired surrogate), which no text can; the parser leaves it
/// until somebody reads it, and that would then be a fault of ours.
/// </summary>
internal static class InvokeValue
{
    public static bool IsReadable(JsonElement value)
    {
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
