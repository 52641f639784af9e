using VpBot.Appointments;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>Routes of their own, as they are said: for who is accused, for a report or a complaint, and with people who must not know.</summary>
public sealed class RouteTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Somebody_about_whom_something_is_said_talks_with_an_advisor_of_that_route(string code) => TellAsync("accused", code, async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "Accused", "read", "go", "go", "", "Phone", "", "first", "", "yes", "noted");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Where_nobody_is_there_for_accused_people_the_room_says_so(string code) => TellAsync("accused-nobody", code, employer: "windhoek", tell: async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "Accused", "read", "go", "start");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task An_accused_person_whose_advisor_cannot_stays_on_that_route(string code) => TellAsync("accused-again", code, async (house, talker) =>
    {
        await talker.SayEachAsync("talk", "Accused", "go", "people/director", "Phone", "", "first", "Robin", "yes", "noted");
        await house.ChangeAsync((db, row) => house.Changes.PassOnAsync(db, row, Template.Duinrand, AppointmentState.NeedsChoice));
        talker.Begin();
        await talker.SayEachAsync("refresh", "again");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Somebody_thinks_of_a_complaint(string code) => TellAsync("complaint", code, async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "HelpWithComplaint", "go", "Behaviour", "Bullying", "go", "", "External", "sanne", "Phone", "", "first", "Robin", "AskMe", "yes", "noted");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Somebody_suspects_wrongdoing_and_would_rather_just_talk(string code) => TellAsync("wrongdoing-just-talk", code, async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "HelpWithComplaint", "go", "Wrongdoing", "Integrity", "just-talk", "", "External", "sanne", "Phone", "", "first", "Robin", "AskMe");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Somebody_does_not_know_yet_what_it_would_be(string code) => TellAsync("complaint-not-clear", code, async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "HelpWithComplaint", "go", "NotYetClear", "RatherNot", "soup", "start");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task On_any_route_a_matter_of_integrity_is_warned_about(string code) => TellAsync("integrity-warned", code, async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "ThinkAlong", "Wrongdoing", "go");
        await talker.ChangeAsync("About");
        await talker.SayEachAsync("Integrity", "leave-out");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Who_stands_close_to_somebody_is_not_offered(string code) => TellAsync("must-not-know-people", code, async (_, talker) =>
    {
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot");
        await talker.SayAsync("people/director");
        await talker.ChangeAsync("MustNotKnow");
        await talker.SayAsync("people/hr");
        await talker.ChangeAsync("MustNotKnow");
        await talker.SayAsync("people/hr", "sanne");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Choosing_again_still_knows_who_must_not_know(string code) => TellAsync("must-not-know-again", code, async (house, talker) =>
    {
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot", "people/director", "sanne", "Phone", "", "first", "Robin", "AskMe", "yes", "noted");
        await house.ChangeAsync((db, row) => house.Changes.PassOnAsync(db, row, Template.Duinrand, AppointmentState.NeedsChoice));
        talker.Begin();
        await talker.SayEachAsync("refresh", "again", "JustTalk", "RatherNot");
    });

    private static async Task TellAsync(string name, string code, Func<House, Talker, Task> tell, string employer = "duinrand")
    {
        using var house = new House();
        var talker = await new Talker(house, Template.Directory.ByKey(employer)!, Tongue.Of(code)).ComeInAsync();
        await tell(house, talker);
        await Kept.CompareAsync(name, Tongue.Of(code), talker.ToString());
    }
}
