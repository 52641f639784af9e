using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>What an advisor answers at the desk, what the employee reads of it, and what happens when nobody answers.</summary>
public sealed class AnswerTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_proposes_another_time_and_the_employee_agrees(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code, "AskMe");
        var desk = await DeskAsync(house, code);
        await desk.SayAsync(await IdAsync(house));
        await desk.SayEachAsync("handoff.propose", "first");
        await desk.BackAsync();
        await desk.SayAsync("no time");
        await desk.SayEachAsync("first", "yes", "back");
        await Kept.CompareAsync("desk-proposes", Tongue.Of(code), desk.ToString());

        await talker.ComeInAsync();
        await talker.SayEachAsync("agree", "yes");
        await Kept.CompareAsync("appointment-proposed", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task The_employee_would_rather_keep_the_old_time_or_have_yet_another(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code, "AskMe");
        await ProposeAsync(house, code);
        await talker.ComeInAsync();
        await talker.SayAsync("keep");
        await talker.BackAsync();
        await talker.SayEachAsync("keep", "yes");
        talker.Note("De vertrouwenspersoon stelt nog een keer een andere tijd voor.", "The advisor suggests another time once more.");
        await ProposeAsync(house, code);
        await talker.ComeInAsync();
        await talker.SayEachAsync("move", "first", "yes");
        await Kept.CompareAsync("appointment-proposal-declined", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_with_a_conflict_of_interest_passes_on_and_nothing_stays(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code, "AskMe");
        var desk = await DeskAsync(house, code);
        var id = await IdAsync(house);
        await desk.SayEachAsync(id, "handoff.passOn", "Conflict");
        await Kept.CompareAsync("desk-conflict", Tongue.Of(code), desk.ToString());
        await talker.ComeInAsync();
        await Kept.CompareAsync("appointment-passed-on", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Nobody_answers_and_the_clock_goes_through_every_stage(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code, "Others");
        await ArrivedAsync(house);
        await talker.ComeInAsync();
        talker.Note("De vertrouwenspersoon antwoordt niet.", "The advisor does not answer.");
        await RunOutAsync(house);
        await talker.ComeInAsync();
        talker.Note("Het verzoek komt aan, en ook deze vertrouwenspersoon antwoordt niet.", "The request arrives, and this advisor does not answer either.");
        await ArrivedAsync(house);
        await talker.ComeInAsync();
        await RunOutAsync(house);
        await talker.ComeInAsync();
        await Kept.CompareAsync("appointment-silence", Tongue.Of(code), talker.ToString());
    }

    private static async Task ProposeAsync(House house, string code)
    {
        var desk = await DeskAsync(house, code);
        await desk.SayEachAsync(await IdAsync(house), "handoff.propose", "first", "yes");
    }

    private static Task ArrivedAsync(House house) => house.ChangeAsync((_, row) =>
    {
        row.State = AppointmentState.Sending;
        house.Book.Arrived(row, null, Template.Duinrand.Advisor(row.Advisor));
        return Task.CompletedTask;
    });

    private static async Task RunOutAsync(House house)
    {
        await using (var db = house.CreateDbContext())
            house.Clock.Pass((await db.Set<AppointmentRow>().SingleAsync()).AnswerBy!.Value - house.Clock.GetUtcNow());
        await house.Silence.LookAsync(CancellationToken.None);
    }

    private static Task<Talker> DeskAsync(House house, string code) =>
        new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();

    private static async Task<string> IdAsync(House house)
    {
        await using var db = house.CreateDbContext();
        return (await db.Set<AppointmentRow>().SingleAsync()).Id;
    }

    private static async Task<Talker> BookedAsync(House house, string code, string takeOver)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await talker.SayEachAsync("talk", "ThinkAlong", "RatherNot", "", "Either", "sanne", "Phone", "", "first", "Robin", takeOver, "yes", "noted");
        return talker.Begin();
    }
}
