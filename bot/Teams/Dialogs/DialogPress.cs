using System.Globalization;
using System.Text.Json;
using VpBot.Room;

namespace VpBot.Teams.Dialogs;

/// <summary>
/// What a press in the dialog carries: the button's data, with the card's inputs merged into it by Teams.
/// Source: "Use dialogs with bots", <c>task/submit</c>.
/// </summary>
/// <param name="Part">Which part of something long is shown.</param>
/// <param name="IsBefore">Pressed on the page before the first question.</param>
internal sealed record DialogPress(string Act, string Session, string Goal, string Step, IReadOnlyList<string> Answer, int Part, bool IsBefore)
{
    private static readonly string[] Acts = ["answer", "back", "change", "tongue", "leave"];

    /// <summary>The press, or null when it is not one of ours.</summary>
    public static DialogPress? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return null;
        var answer = Given(data).Concat(Text(data, "takes") == "inputs" ? Inputs(data) : []).ToList();
        if (!CardDoor.IsBounded(answer))
            return null;
        return new DialogPress(
            Acts.FirstOrDefault(act => act == Text(data, "act")) ?? "show",
            Text(data, "session"),
            Text(data, "goal"),
            Text(data, "step"),
            answer,
            int.TryParse(Text(data, "part"), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0,
            data.TryGetProperty("before", out var before) && before.ValueKind == JsonValueKind.True);
    }

    public CardPressed By(string owner) => new(owner, Act, Session, Goal, Step, Answer);

    private static IEnumerable<string> Given(JsonElement data) =>
        data.TryGetProperty("answers", out var answers) && answers.ValueKind == JsonValueKind.Array
            ? answers.EnumerateArray().Where(answer => answer.ValueKind == JsonValueKind.String).Select(answer => answer.GetString()!)
            : [];

    /// <summary>A text counts also when it is empty; a choice that was not made is no answer, and many choices come as one text with commas.</summary>
    private static IEnumerable<string> Inputs(JsonElement data)
    {
        foreach (var input in data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String))
        {
            var value = input.Value.GetString()!;
            if (input.Name == "text")
                yield return value;
            else if (input.Name == "many")
                foreach (var one in value.Split(',', StringSplitOptions.RemoveEmptyEntries))
                    yield return one;
            else if ((input.Name == "one" || input.Name.StartsWith("one-", StringComparison.Ordinal)) && value.Length > 0)
                yield return value;
        }
    }

    private static string Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
}
