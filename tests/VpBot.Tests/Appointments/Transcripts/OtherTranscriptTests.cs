using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>Reading on, an appointment in every state, and the advisor's desk, as they are said.</summary>
public sealed class OtherTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Someone_reads_what_an_advisor_does(string code)
    {
        using var house = new House();
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await talker.SayEachAsync("explain", "next", "next", "next", "next", "nothing", "being-accused", "next", "complaint-procedure");
        await talker.BackAsync();
        await talker.SayAsync("talk");
        await Kept.CompareAsync("explaining", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_appointment_is_told_as_it_stands(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code);
        foreach (var state in Enum.GetValues<AppointmentState>())
        {
            talker.Note($"De stand is: {state}.", $"The state is: {state}.");
            await house.ChangeAsync((_, row) => Task.FromResult(row.State = state));
            await talker.ComeInAsync();
        }

        talker.Note("Een dag na het gesprek.", "A day after the talk.");
        await house.ChangeAsync((_, row) => Task.FromResult(row.State = AppointmentState.Accepted));
        house.Clock.Pass(TimeSpan.FromDays(1.5));
        await talker.ComeInAsync();
        talker.Note("De afspraak is vergeten.", "The appointment was forgotten.");
        await house.ChangeAsync((db, row) => Task.FromResult(db.Remove(row)));
        await talker.ComeInAsync();
        await Kept.CompareAsync("appointment-states", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_appointment_is_cancelled_after_one_question(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code);
        await talker.SayAsync("cancel");
        await talker.BackAsync();
        await talker.GoToAsync("appointment");
        await talker.SayAsync("geen code");
        talker.Note("Een code van niemand.", "Nobody's code.");
        await talker.SayAsync("2222-2222-2222");
        talker.Note("De eigen code.", "One's own code.");
        await talker.SayEachAsync(talker.Code!, "cancel");
        await talker.SayAsync("no");
        await talker.SayEachAsync("yes", "start");
        await Kept.CompareAsync("appointment-cancelled", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_talk_is_moved_by_the_employee_and_by_the_advisor(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code);
        await talker.SayAsync("move");
        await talker.SayAsync("keep");
        await talker.SayEachAsync("move", "first");
        await talker.BackAsync();
        await talker.SayEachAsync("first", "yes");
        talker.Note("De vertrouwenspersoon zet het in de eigen agenda een dag later.", "The advisor puts it a day later in their own calendar.");
        await house.ChangeAsync((_, row) => Task.FromResult(row.State = AppointmentState.Accepted));
        await house.ChangeAsync((db, row) => house.Outside.SeenAsync(db, row, new("event", row.Slot with { Start = row.StartsAt.AddDays(1) })));
        await talker.ComeInAsync();
        await talker.SayEachAsync("agree", "yes");
        talker.Note("De vertrouwenspersoon haalt het uit de eigen agenda.", "The advisor takes it out of their own calendar.");
        await house.ChangeAsync((db, row) => house.Outside.SeenAsync(db, row, null));
        await talker.ComeInAsync();
        await Kept.CompareAsync("appointment-moved", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task The_time_and_the_link_are_taken_along_only_after_a_warning(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code);
        await talker.SayEachAsync("save", "yes");
        await Kept.CompareAsync("appointment-file", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task In_Teams_an_appointment_is_found_without_a_code(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code, inTeams: true);
        await talker.SayEachAsync("start", "appointment", "start");
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot", "", "Internal", "Phone", "", "first", "", "yes", "noted");
        await talker.SayEachAsync("start", "appointment", "code:", talker.Code!);
        await Kept.CompareAsync("appointment-in-teams", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_answers_at_the_desk(string code)
    {
        using var house = new House();
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();
        var talker = await BookedAsync(house, code);
        await desk.SayAsync("refresh");
        var id = await IdAsync(house);
        await desk.SayEachAsync(id, "handoff.accept", "handoff.passOn");
        await desk.BackAsync();
        await desk.SayAsync("back");
        await desk.SayEachAsync(id, "handoff.passOn");
        await desk.SayAsync("no reason");
        await desk.SayAsync("RatherNot");
        await Kept.CompareAsync("desk", Tongue.Of(code), desk.ToString());
        Assert.NotNull(talker.Code);
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_request_that_was_cancelled_or_forgotten_asks_nothing_of_an_advisor(string code)
    {
        using var house = new House();
        var talker = await BookedAsync(house, code);
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();
        await desk.SayAsync(await IdAsync(house));
        desk.Note("De medewerker zegt af.", "The employee cancels.");
        await talker.SayEachAsync("cancel", "yes");
        await desk.SayAsync("handoff.accept");
        desk.Note("Het verzoek is vergeten.", "The request was forgotten.");
        await house.ChangeAsync((db, row) => Task.FromResult(db.Remove(row)));
        await desk.ComeInAsync();
        await desk.SayAsync("back");
        await Kept.CompareAsync("desk-cancelled", Tongue.Of(code), desk.ToString());
    }

    private static async Task<string> IdAsync(House house)
    {
        await using var db = house.CreateDbContext();
        return (await db.Set<AppointmentRow>().SingleAsync()).Id;
    }

    private static async Task<Talker> BookedAsync(House house, string code, bool inTeams = false)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams).ComeInAsync();
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "InPerson", "first", "Robin", "AskMe", "yes", "noted");
        return talker.Begin();
    }
}
