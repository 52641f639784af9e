using System.Text.Json.Nodes;
using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>A silent calendar is never offered as free time.</summary>
public class FreeBusyTests
{
    private static readonly DateTimeOffset Ten = At("2027-07-01 10:00");

    [Fact]
    public async Task Each_advisor_gets_their_own_answer_whatever_the_order_or_the_case()
    {
        await using var provider = await GraphProvider.StartAsync(3);
        provider.Graph.Says(200, """
            {"value":[
              {"scheduleId":"A1@LUWTE.EXAMPLE","availabilityView":"0200"},
              {"scheduleId":"a2@luwte.example","availabilityView":"","error":{"responseCode":"ErrorMailRecipientNotFound","message":"?"}},
              {"scheduleId":"a0@luwte.example","availabilityView":"0000","scheduleItems":[{"subject":"never read","status":"busy"}],"workingHours":{}}
            ]}
            """);

        var answer = await AskAsync(provider);

        Assert.Equal(["a0", "a1", "a2"], answer.Keys.Order());
        Assert.Empty(Assert.IsType<Busy.Known>(answer["a0"]).Taken);
        Assert.Equal([new Slot(Ten.AddMinutes(15), TimeSpan.FromMinutes(15))], Assert.IsType<Busy.Known>(answer["a1"]).Taken);
        Assert.Equal(new Busy.Unknown(CalendarFault.Refused), answer["a2"]);
    }

    [Fact]
    public async Task An_error_beside_a_free_view_is_still_unknown() =>
        Assert.Equal(Unknown(CalendarFault.Refused), await SaysAsync("""{"value":[{"scheduleId":"a0@luwte.example","availabilityView":"0000","error":{}}]}"""));

    [Theory]
    [InlineData("""{"value":[]}""")]
    [InlineData("""{"value":[{"scheduleId":"somebody@luwte.example","availabilityView":"0000"}]}""")]
    [InlineData("""{"value":[{"availabilityView":"0000"},null]}""")]
    [InlineData("""{"value":[{"scheduleId":"a0@luwte.example"}]}""")]
    [InlineData("""{"value":[{"scheduleId":"a0@luwte.example","availabilityView":"000"}]}""")]
    [InlineData("""{"value":[{"scheduleId":"a0@luwte.example","availabilityView":"0007"}]}""")]
    [InlineData("""{"value":[{"scheduleId":"a0@luwte.example","availabilityView":0}]}""")]
    [InlineData("""{"value":[{"scheduleId":"a0@luwte.example","availabilityView":"0000"},{"scheduleId":"a0@luwte.example","availabilityView":"2222"}]}""")]
    [InlineData("""{"value":3}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"value\":[{\"sched")]
    [InlineData("free as a bird")]
    public async Task An_answer_that_does_not_say_it_clearly_is_nonsense(string body) =>
        Assert.Equal(Unknown(CalendarFault.Nonsense), await SaysAsync(body));

    [Fact]
    public async Task Without_an_answer_nothing_is_known()
    {
        await using var provider = await GraphProvider.StartAsync(2);
        provider.Graph.Says(503);

        Assert.All((await AskAsync(provider)).Values, busy => Assert.Equal(Unknown(CalendarFault.NoAnswer), busy));
    }

    [Fact]
    public async Task Twenty_one_advisors_are_two_requests()
    {
        await using var provider = await GraphProvider.StartAsync(21);
        AllFree(provider, 4);

        var answer = await AskAsync(provider);

        Assert.Equal(21, answer.Count);
        Assert.All(answer.Values, busy => Assert.Empty(Assert.IsType<Busy.Known>(busy).Taken));
        Assert.Equal([1, 20], provider.Graph.Seen.Select(seen => Schedules(seen).Count).Order());
        Assert.Equal(21, provider.Graph.Seen.SelectMany(Schedules).Distinct().Count());
    }

    [Fact]
    public async Task Twenty_advisors_are_one_request_also_when_one_is_asked_for_twice()
    {
        await using var provider = await GraphProvider.StartAsync(20);
        AllFree(provider, 4);

        await provider.Mailbox.BusyAsync([.. provider.Advisors, provider.Advisors[0]], Ten, Ten.AddHours(1), Stopping);

        Assert.Equal(20, Schedules(Assert.Single(provider.Graph.Seen)).Count);
    }

    [Fact]
    public async Task Sixty_two_days_are_asked_for_in_two_parts_and_one_part_that_is_missing_leaves_it_unknown()
    {
        await using var provider = await GraphProvider.StartAsync();
        provider.Graph.Answer = seen => Task.FromResult(new GraphSays(200, Free(seen, seen.Body.Contains("\"2027-06-01T10:00:00\"", StringComparison.Ordinal) ? 61 * 96 : 96)));

        var whole = await provider.Mailbox.BusyAsync(provider.Advisors, At("2027-06-01 10:00"), At("2027-08-02 10:00"), Stopping);
        Assert.Equal(
            ["2027-06-01T10:00:00 2027-08-01T10:00:00", "2027-08-01T10:00:00 2027-08-02T10:00:00"],
            provider.Graph.Seen.Select(seen => JsonNode.Parse(seen.Body)!).Select(body => $"{body["StartTime"]!["dateTime"]} {body["EndTime"]!["dateTime"]}").Order());
        Assert.Empty(Assert.IsType<Busy.Known>(whole["a0"]).Taken);

        provider.Graph.Answer = seen => Task.FromResult(new GraphSays(200, Free(seen, 96)));
        var part = await provider.Mailbox.BusyAsync(provider.Advisors, At("2027-06-01 10:00"), At("2027-08-02 10:00"), Stopping);
        Assert.Equal(Unknown(CalendarFault.Nonsense), part["a0"]);
    }

    [Fact]
    public async Task One_mailbox_that_is_closed_to_us_does_not_silence_the_others()
    {
        await using var provider = await GraphProvider.StartAsync(2);
        provider.Graph.Answer = seen => Task.FromResult(seen.Target.Contains(GraphProvider.ObjectId(0), StringComparison.Ordinal)
            ? new GraphSays(404)
            : new GraphSays(200, """
                {"value":[{"scheduleId":"a0@luwte.example","error":{}},{"scheduleId":"a1@luwte.example","availabilityView":"0000"}]}
                """));

        var answer = await AskAsync(provider);

        Assert.Equal(Unknown(CalendarFault.Refused), answer["a0"]);
        Assert.IsType<Busy.Known>(answer["a1"]);
    }

    [Fact]
    public async Task Where_every_mailbox_is_closed_to_us_we_stop_knocking_after_three()
    {
        await using var provider = await GraphProvider.StartAsync(20);
        provider.Graph.Says(403);

        Assert.All((await AskAsync(provider)).Values, busy => Assert.Equal(Unknown(CalendarFault.Refused), busy));
        Assert.Equal(3, provider.Graph.Seen.Count);
    }

    [Fact]
    public void Subjects_places_and_people_are_not_read_by_any_line_of_ours()
    {
        var lines = Directory.GetFiles(Path.Combine(VpBot.Playground.Repository.Root, "bot", "Appointments", "Calendars", "Graph"), "*.cs").SelectMany(File.ReadAllLines);

        Assert.Empty(ReadsItems(lines));
        Assert.Single(ReadsItems(["var subjects = schedule.ScheduleItems;"]));
    }

    private static IEnumerable<string> ReadsItems(IEnumerable<string> lines) =>
        lines.Where(line => line.Contains("ScheduleItems", StringComparison.OrdinalIgnoreCase) || line.Contains("AdditionalData", StringComparison.Ordinal));

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private static Busy Unknown(CalendarFault fault) => new Busy.Unknown(fault);

    private static async Task<Busy> SaysAsync(string body)
    {
        await using var provider = await GraphProvider.StartAsync();
        provider.Graph.Says(200, body);
        return (await AskAsync(provider))["a0"];
    }

    private static Task<IReadOnlyDictionary<string, Busy>> AskAsync(GraphProvider provider) =>
        provider.Mailbox.BusyAsync(provider.Advisors, Ten, Ten.AddHours(1), Stopping);

    private static void AllFree(GraphProvider provider, int quarters) =>
        provider.Graph.Answer = seen => Task.FromResult(new GraphSays(200, Free(seen, quarters)));

    private static string Free(GraphSeen seen, int quarters) => new JsonObject
    {
        ["value"] = new JsonArray([.. Schedules(seen).Select(address => new JsonObject { ["scheduleId"] = address, ["availabilityView"] = new string('0', quarters) })]),
    }.ToJsonString();

    private static List<string> Schedules(GraphSeen seen) => [.. JsonNode.Parse(seen.Body)!["Schedules"]!.AsArray().Select(address => (string)address!)];
}
