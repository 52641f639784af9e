using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 6.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class WordForWordTests(TalkativePlayground fixture)
{
    private static readonly string[] Names =
        ["Robin", "", "**vet** _schuin_ [klik](https://x.nl)", "<at>Sanne</at> & \"Co\" 'x'", "${UserIds}", "Ünïcödé 李 👩‍👩‍👧", "- 1. # kop", "{{DATE(2026-01-01, SHORT)}}"];

    /// <summary>Whom somebody can exclude, as they are called in each language.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Labels = new()
    {
        ["amir"] = new() { ["nl"] = "Amir Modelle", ["en"] = "Amir Modelle" },
        ["marijke"] = new() { ["nl"] = "Marijke Proef", ["en"] = "Marijke Proef" },
        ["people/director"] = new() { ["nl"] = "De directeur", ["en"] = "The director" },
        ["people/hr"] = new() { ["nl"] = "Het hoofd HR", ["en"] = "The head of HR" },
    };

    private PlaygroundServer Server => fixture.Server;

    [Theory, InlineData("nl", 1), InlineData("en", 2), InlineData("nl", 3), InlineData("en", 4), InlineData("nl", 5), InlineData("en", 6)]
    public async Task Nothing_goes_to_an_advisor_that_the_employee_did_not_see_word_for_word_and_confirm(string tongue, int seed)
    {
        var random = new Random(seed);
        using var employee = new RoomVisitor(Server.Bot!.Address);
        await employee.BeginAsync(tongue: tongue);
        await fixture.RestAsync();
        var sent = Server.Connector.Received.Count;
        var said = await AnswerAtRandomAsync(employee, random, tongue, Names[seed % Names.Length]);
        var (receipt, session) = (Seen.Lines(employee.Page), employee.Page.Session);
        Assert.InRange(receipt.Count, 6, 10);
        Assert.Equal(0, fixture.Data.Rows("Outbox"));
        Assert.Equal(sent, Server.Connector.Received.Count);

        await employee.AnswerAsync("yes");
        var code = employee.Page.Code!;
        var card = await Server.Teams.MessageAsync(Server.People.Sanne, "the handoff", message => message.StoredCard is { } stored && Seen.Lines(stored).Contains(receipt[^1]));
        Assert.Empty(Differences(receipt, Seen.Lines(card.StoredCard!)));
        Assert.Empty(Differences(receipt, await DeskAsync(receipt)));
        foreach (var kept in said.Concat([code, code.Replace("-", "", StringComparison.Ordinal), session]))
            Assert.All(Server.Connector.Received.Skip(sent), request => Assert.Empty(CanarySearch.Find(request.Body, kept)));
    }

    [Fact]
    public void One_changed_word_a_missing_line_and_a_line_too_many_are_found()
    {
        LineSeen[] receipt = [new("Naam", "Robin"), new("Kenmerk", "K-1")];
        Assert.Equal(2, Differences(receipt, [new("Naam", "robin"), receipt[1]]).Count);
        Assert.Single(Differences(receipt, [receipt[0]]));
        Assert.Single(Differences(receipt, [.. receipt, new("Onderwerp", "Pesten")]));
        Assert.Equal(["another order"], Differences(receipt, [receipt[1], receipt[0]]));
    }

    private static IReadOnlyList<string> Differences(IReadOnlyList<LineSeen> receipt, IReadOnlyList<LineSeen> arrived)
    {
        var differences = receipt.Except(arrived).Concat(arrived.Except(receipt)).Select(line => line.ToString()).ToList();
        return differences.Count == 0 && !receipt.SequenceEqual(arrived) ? ["another order"] : differences;
    }

    /// <summary>Answers until the receipt, to Sanne; returns what was said and is not to be handed over.</summary>
    private static async Task<IReadOnlyList<string>> AnswerAtRandomAsync(RoomVisitor employee, Random random, string tongue, string called)
    {
        var notForOthers = new List<string>();
        for (var turns = 0; turns < 20 && employee.Page.Step != "Consent"; turns++)
        {
            var values = employee.Page.Values;
            switch (employee.Page.Step)
            {
                case "What":
                    await employee.AnswerAsync("talk");
                    break;
                case "MustNotKnow":
                    string[][] choices = [[], ["amir"], ["marijke"], ["amir", "marijke"], ["people/director"], ["people/hr"]];
                    var excluded = choices[random.Next(choices.Length)];
                    notForOthers.AddRange(excluded.Select(value => Labels[value][tongue]));
                    await employee.AnswerAsync(excluded);
                    break;
                case "Difference" or "Reins":
                    await employee.AnswerAsync("go");
                    break;
                case "For":
                    await employee.AnswerAsync(values[random.Next(values.Count - 1)]);
                    break;
                case "Sides":
                    await employee.AnswerAsync(random.Next(2) == 0 ? "External" : "Either");
                    break;
                case "WithWhom":
                    await employee.AnswerAsync("sanne");
                    break;
                case "Number":
                    await employee.AnswerAsync(random.Next(2) == 0 ? "" : "+31 6 9876 5432");
                    break;
                case "CalledAs":
                    await employee.AnswerAsync(called);
                    break;
                default:
                    await employee.AnswerAsync(values[random.Next(values.Count)]);
                    break;
            }
        }

        return notForOthers;
    }

    private async Task<IReadOnlyList<LineSeen>> DeskAsync(IReadOnlyList<LineSeen> receipt)
    {
        var press = await Server.Teams.PressAsync(Server.People.Sanne, System.Text.Json.Nodes.JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"desk"}""")!);
        using var desk = new RoomVisitor(Server.Bot!.Address);
        await desk.EnterAsync(press.Dialog!);
        foreach (var request in desk.Page.Values)
        {
            var lines = Seen.Lines(await desk.AnswerAsync(request));
            if (lines.Contains(receipt[^1]))
                return lines;
            await desk.AnswerAsync("back");
        }

        return [];
    }
}
