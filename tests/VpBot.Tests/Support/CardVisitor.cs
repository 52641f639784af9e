using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Support;

/// <summary>Someone in a card dialog in Teams: every press is a <c>task/submit</c> with the button's data and the card's inputs.</summary>
internal sealed class CardVisitor(PlaygroundServer server, Person person)
{
    public BotAnswer Answer { get; private set; } = new(0, "", TimeSpan.Zero);

    public JsonObject Card => Answer.DialogCard ?? throw new InvalidOperationException($"No card was shown: {Answer.Raw}");

    /// <summary>Every card that was shown, oldest first.</summary>
    public List<JsonObject> Shown { get; } = [];

    public string Step => (string?)Data("leave")["step"] ?? "";

    public string Session => (string)Data("leave")["session"]!;

    /// <summary>Every word that stands on the card.</summary>
    public string Text => string.Join('\n', CardWalk.Leaves(Card).Where(CardWalk.IsWordLeaf).Select(CardWalk.Text));

    public bool HasInputs => CardWalk.Elements(Card).Any(element => CardWalk.Text(element["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true);

    /// <summary>The values that can be chosen, or the ways that can be gone.</summary>
    public IReadOnlyList<string> Values =>
    [
        .. CardWalk.Elements(Card).Where(element => element["choices"] is not null).SelectMany(set => set["choices"]!.AsArray()).Select(choice => (string)choice!["value"]!),
        .. Ways.SelectMany(way => way["answers"]!.AsArray()).Select(answer => (string)answer!),
    ];

    private IEnumerable<JsonObject> Ways =>
        CardWalk.Elements(Card).Where(data => CardWalk.Text(data["act"]) == "answer" && data["takes"] is null && data["answers"] is JsonArray);

    /// <summary>Presses the button of the front door that opens the cards.</summary>
    public Task OpenAsync(string tongue = "nl") =>
        TakeAsync(server.Teams.PressAsync(person, JsonNode.Parse($$"""{"msteams":{"type":"task/fetch"},"open":"cards","lang":"{{tongue}}"}""")!));

    /// <summary>Opens, and reads what is true here.</summary>
    public async Task BeginAsync(string tongue = "nl")
    {
        await OpenAsync(tongue);
        await ActAsync("show");
    }

    /// <summary>The data of the one button that does this.</summary>
    public JsonObject Data(string act) =>
        CardWalk.Elements(Card).First(data => CardWalk.Text(data["act"]) == act && (act != "answer" || data["takes"] is not null)).DeepClone().AsObject();

    public Task ActAsync(string act) => SubmitAsync(Data(act));

    public Task AnswerAsync(params string[] values) => SubmitAsync(DataFor(values));

    public JsonObject DataFor(params string[] values)
    {
        if (Ways.FirstOrDefault(way => way["answers"]!.AsArray() is [var only] && values is [var value] && (string)only! == value) is { } way)
            return way.DeepClone().AsObject();
        var data = Data("answer");
        foreach (var input in CardWalk.Elements(Card).Where(element => CardWalk.Text(element["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true))
        {
            var offered = input["choices"]?.AsArray().Select(choice => (string)choice!["value"]!).ToList();
            // A client sends every input, also one in which nothing was chosen.
            data[(string)input["id"]!] = string.Join(',', offered is null ? values : values.Where(offered.Contains));
        }

        return data;
    }

    public Task SubmitAsync(JsonObject data) => TakeAsync(server.Teams.SubmitDialogAsync(person, data));

    public async Task GoToAsync(string step, string called)
    {
        for (var turns = 0; turns < 20 && Step != step; turns++)
            await GoOnceAsync(called);
    }

    private Task GoOnceAsync(string called) => Step switch
    {
        "What" => AnswerAsync("talk"),
        "For" => AnswerAsync("ThinkAlong"),
        "About" => AnswerAsync("RatherNot"),
        "MustNotKnow" => AnswerAsync("amir", "marijke"),
        "Sides" => AnswerAsync("Either"),
        "WithWhom" => AnswerAsync("sanne"),
        "How" => AnswerAsync("Phone"),
        "Number" => AnswerAsync("06 98 76 54 32"),
        "When" => AnswerAsync(Values[0]),
        "CalledAs" => AnswerAsync(called),
        "TakeOver" => AnswerAsync("AskMe"),
        "Consent" => AnswerAsync(),
        "NoteCode" => AnswerAsync("noted"),
        var other => throw new InvalidOperationException($"This visitor does not know the step {other}: {Text}"),
    };

    private async Task TakeAsync(Task<BotAnswer> answer)
    {
        Answer = await answer;
        if (Answer.DialogCard is { } card)
            Shown.Add(card);
    }
}
