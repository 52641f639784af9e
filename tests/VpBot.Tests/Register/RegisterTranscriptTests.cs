using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Register;
using VpBot.Storage;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Register;

/// <summary>Closing and the yearly figures, as they are said.</summary>
public sealed class RegisterTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_closes_a_talk_that_took_place(string code)
    {
        using var house = new House();
        var (talker, desk) = await BookedAsync(house, code);
        await house.ChangeAsync((_, row) => Task.FromResult(row.State = AppointmentState.Accepted));
        house.Clock.Pass(TimeSpan.FromDays(2));
        desk.Note("De dag na het gesprek.", "The day after the talk.");
        await desk.ComeInAsync();
        await desk.SayAsync("close");
        await desk.SayAsync("geen antwoord");
        await desk.SayEachAsync("InPerson", "Bullying", "ThinkingAlong");
        await desk.BackAsync();
        await desk.SayEachAsync("Accompanied", "Better", "yes", "back");
        await Kept.CompareAsync("closing", Tongue.Of(code), desk.ToString());
        await talker.ComeInAsync();
        await Kept.CompareAsync("closing-employee", Tongue.Of(code), talker.Begin().ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_talk_that_is_still_to_come_is_closed_only_as_one_that_never_was(string code)
    {
        using var house = new House();
        var (talker, desk) = await BookedAsync(house, code);
        await desk.SayAsync("close");
        await desk.SayAsync("Phone");
        await desk.SayAsync("NotMet");
        desk.Note("De medewerker zegt intussen af.", "Meanwhile the employee cancels.");
        await talker.SayEachAsync("cancel", "yes");
        await desk.SayAsync("yes");
        await desk.SayAsync("desk");
        await Kept.CompareAsync("closing-to-come", Tongue.Of(code), desk.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Yearly_figures_are_looked_at_and_released_once(string code)
    {
        using var house = new House();
        await CountAsync(house, 17);
        house.Clock.Pass(TimeSpan.FromDays(365));
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "amir").ComeInAsync();
        await desk.SayEachAsync("yearly", "windhoek", "2026");
        await desk.BackAsync();
        await desk.ChangeAsync("Employer");
        await desk.SayEachAsync("duinrand", "2026");
        await desk.BackAsync();
        await desk.SayEachAsync("2027", "release");
        await desk.BackAsync();
        await desk.SayEachAsync("release", "yes");
        await desk.BackAsync();
        await desk.SayEachAsync("2027", "desk");
        await Kept.CompareAsync("yearly", Tongue.Of(code), desk.ToString());
    }

    /// <summary>As many closings of every answer in turn.</summary>
    internal static async Task CountAsync(House house, int closings)
    {
        for (var index = 0; index < closings; index++)
        {
            await using var db = house.CreateDbContext();
            await house.Years.CountAsync(db, "duinrand", index % 3 == 0 ? Side.Internal : Side.External, Note(index));
            await db.SaveChangesAsync();
        }
    }

    internal static ClosingNote Note(int index) => new((Matter)(index * index % 7), (Met)(index % 3), (Followed)(index % 5), (Result)(index % 4));

    private static async Task<(Talker Employee, Talker Desk)> BookedAsync(House house, string code)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "InPerson", "first", "Robin", "AskMe", "yes", "noted");
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();
        await using var db = house.CreateDbContext();
        await desk.SayAsync(db.Set<AppointmentRow>().Single().Id);
        return (talker, desk);
    }
}
