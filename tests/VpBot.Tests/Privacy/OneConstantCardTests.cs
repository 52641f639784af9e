using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 1.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class OneConstantCardTests(TalkativePlayground fixture)
{
    private static readonly string[] Locales = ["nl-NL", "en-GB", "de-DE", "tr-TR", "x"];

    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task The_chat_shows_one_constant_card_and_no_message_to_an_employer_tenant_has_a_variable_in_it()
    {
        foreach (var employee in new[] { Server.People.Noor, Server.People.Wietske })
        {
            var constants = await WelcomeAndAnswerAsync(employee);
            Assert.Equal(2, constants.Distinct().Count());
            foreach (var locale in Locales)
                Assert.Empty(NotConstant(constants, await StrangerAsync(employee, locale)));
        }
    }

    [Fact]
    public async Task Employers_differ_in_their_short_link_and_in_nothing_else()
    {
        var duinrand = await WelcomeAndAnswerAsync(Server.People.Noor);
        var windhoek = await WelcomeAndAnswerAsync(Server.People.Wietske);
        Assert.Equal(windhoek, duinrand.Select(body => body.Replace("/open/duinrand", "/open/windhoek", StringComparison.Ordinal)));
        Assert.NotEqual(windhoek, duinrand);
    }

    [Fact]
    public async Task An_internal_advisor_is_called_for_every_request_with_the_same_bytes()
    {
        var calls = new List<string>();
        foreach (var called in new[] { "Koolmees", "Pimpelmees" })
        {
            using var employee = new RoomVisitor(Server.Bot!.Address);
            await employee.BeginAsync();
            await employee.GoToAsync("NoteCode", "marijke", called: called);
            await employee.AnswerAsync("noted");
            await employee.LookUntilAsync("aangekomen");
            calls.Add(Server.Connector.Received.Last(request => request.Person == Server.People.Marijke).Text);
        }

        Assert.Equal(calls[0], calls[1]);
    }

    [Fact]
    public async Task A_message_with_a_variable_in_it_is_found()
    {
        var constants = await WelcomeAndAnswerAsync(Server.People.Noor);
        Assert.Single(NotConstant(constants, [.. constants, constants[0].Replace("\"type\":\"message\"", "\"type\":\"message\",\"locale\":\"nl\"", StringComparison.Ordinal)]));
    }

    private static IReadOnlyList<string> NotConstant(IReadOnlyList<string> constants, IEnumerable<string> bodies) => [.. bodies.Except(constants)];

    private async Task<IReadOnlyList<string>> WelcomeAndAnswerAsync(Person person)
    {
        await fixture.RestAsync();
        await Server.Teams.UninstallAsync(person);
        var before = Server.Connector.Received.Count;
        await Server.Teams.InstallAsync(person);
        await fixture.RestAsync();
        await Server.Teams.TypeAsync(person, "Goedemorgen");
        await fixture.RestAsync();
        return [.. Server.Connector.Received.Skip(before).Where(request => request.Person == person).Select(request => request.Text)];
    }

    /// <summary>Somebody of the same employer whom nobody has seen before: welcomed, and answered.</summary>
    private async Task<IReadOnlyList<string>> StrangerAsync(Person colleague, string locale)
    {
        await fixture.RestAsync();
        var chat = $"a:1{Guid.NewGuid():N}";
        foreach (var activity in new[] { Server.Teams.Activities.MembersAdded(colleague), Server.Teams.Activities.Message(colleague, $"{chat} {locale}") })
        {
            activity["conversation"]!["id"] = chat;
            activity["locale"] = locale;
            activity["from"] = new JsonObject { ["id"] = $"29:1{Guid.NewGuid():N}", ["name"] = $"Name {chat}", ["aadObjectId"] = Guid.NewGuid().ToString() };
            Assert.Equal(200, (await Server.Teams.PostAsync(activity)).Status);
        }

        await fixture.RestAsync();
        var bodies = Server.Connector.Received.Where(request => request.Path.Contains(Uri.EscapeDataString(chat), StringComparison.Ordinal) || request.Path.Contains(chat, StringComparison.Ordinal));
        var texts = bodies.Select(request => request.Text).ToList();
        Assert.Equal(2, texts.Count);
        return texts;
    }
}
