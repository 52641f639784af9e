using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>Messages, aftercare and the nudge, as they are said.</summary>
public sealed class AftercareTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_employee_and_an_advisor_write_to_each_other(string code)
    {
        using var house = new House();
        var talker = await AcceptedAsync(house, code);
        await talker.SayEachAsync("messages", "write", "");
        await talker.SayAsync("Kan het een kwartier later? **Dank** <b>je</b> \u202Eמה שלומך");
        await talker.BackAsync();
        await talker.SayEachAsync("Kan het een kwartier later?", "yes");
        talker.Note("De vertrouwenspersoon leest het en schrijft terug.", "The advisor reads it and writes back.");
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();
        await desk.SayAsync("desk-messages");
        await desk.SayEachAsync("write", "Dat is goed. Tot dan.", "yes", "back");
        await talker.SayAsync("write");
        await talker.SayEachAsync("refresh", "back");
        talker.Note("De medewerker zegt af, terwijl de vertrouwenspersoon schrijft.", "The employee cancels while the advisor is writing.");
        await desk.SayEachAsync("messages", "write", "Tot morgen.");
        await talker.SayEachAsync("cancel", "yes");
        await desk.SayAsync("yes");
        await desk.SayAsync("back");
        await Kept.CompareAsync("messages", Tongue.Of(code), talker.ToString());
        await Kept.CompareAsync("desk-messages", Tongue.Of(code), desk.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_employee_is_asked_afterwards_whether_it_was_enough(string code)
    {
        using var house = new House();
        var talker = await AcceptedAsync(house, code);
        await talker.SayEachAsync("aftercare", "3", "2", "aftercare", "2");
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();
        await desk.SayEachAsync(await IdAsync(house), "desk-aftercare", "back");
        talker.Note("Twee weken na het gesprek.", "Two weeks after the talk.");
        house.Clock.Pass(TimeSpan.FromDays(16));
        await talker.ComeInAsync();
        await talker.SayEachAsync("aftercare", "nothing", "OtherHelp");
        await talker.BackAsync();
        await talker.SayEachAsync("AnotherTalk", "yes", "back", "aftercare", "talk");
        desk.Note("Twee weken na het gesprek gaf de medewerker antwoord.", "Two weeks after the talk the employee answered.");
        await desk.SayEachAsync("desk-aftercare", "back");
        await Kept.CompareAsync("aftercare", Tongue.Of(code), talker.ToString());
        await Kept.CompareAsync("desk-aftercare", Tongue.Of(code), desk.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_nudge_is_off_until_somebody_reads_what_can_be_seen_of_it_and_asks_for_it(string code)
    {
        using var house = new House();
        var talker = await AcceptedAsync(house, code, inTeams: true);
        await talker.SayEachAsync("nudge", "nothing", "Evening");
        await talker.BackAsync();
        await talker.SayEachAsync("Morning", "yes", "nudge");
        await talker.BackAsync();
        await talker.SayEachAsync("nudge", "off");
        await Kept.CompareAsync("nudge", Tongue.Of(code), talker.ToString());
    }

    private static async Task<string> IdAsync(House house)
    {
        await using var db = house.CreateDbContext();
        return (await db.Set<AppointmentRow>().SingleAsync()).Id;
    }

    private static async Task<Talker> AcceptedAsync(House house, string code, bool inTeams = false)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams).ComeInAsync();
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "InPerson", "first", "Robin", "AskMe", "yes", "noted");
        await house.ChangeAsync((_, row) =>
        {
            house.Book.Arrived(row, null, null);
            house.Book.Accept(row);
            return Task.CompletedTask;
        });
        await talker.ComeInAsync();
        return talker.Begin();
    }
}
