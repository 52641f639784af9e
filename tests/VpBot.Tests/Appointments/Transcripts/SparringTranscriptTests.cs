using VpBot.Language;
using VpBot.SoundingBoard;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>Asking a colleague along, as it is said at the desks of both.</summary>
public sealed class SparringTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_asks_a_colleague_about_a_situation(string code)
    {
        using var house = new House();
        var asker = await AtTheDeskAsync(house, code, "marijke");
        await asker.SayEachAsync("ask", "AboutSituation", "sanne", "Conflict");
        await asker.SayAsync("Listened", "Referred");
        await asker.SayEachAsync("HowToGoOn", "Bel Noor op 06 12 34 56 78", "Hoe maak ik ruimte voor een gesprek?", "yes");
        var colleague = await AtTheDeskAsync(house, code, "sanne");
        await colleague.SayAsync(First(colleague));
        await colleague.SayEachAsync("answer", "Vraag het Marijke", "Begin met luisteren, zonder plan.", "yes", "back", "desk");
        await asker.SayAsync(First(asker));
        await asker.SayAsync("refresh");
        await asker.SayAsync("forget");
        await Kept.CompareAsync("sparring-asker", Tongue.Of(code), asker.ToString());
        await Kept.CompareAsync("sparring-colleague", Tongue.Of(code), colleague.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_general_question_does_not_say_who_asks(string code)
    {
        using var house = new House();
        var asker = await AtTheDeskAsync(house, code, "marijke");
        await asker.SayEachAsync("ask", "InGeneral", "amir", "Hoe bewaak je je eigen grens?", "yes");
        var colleague = await AtTheDeskAsync(house, code, "amir");
        await colleague.SayAsync(First(colleague));
        await asker.SayAsync(First(asker));
        await asker.SayAsync("forget");
        await colleague.SayEachAsync("answer", "back");
        await Kept.CompareAsync("sparring-general-asker", Tongue.Of(code), asker.ToString());
        await Kept.CompareAsync("sparring-general-colleague", Tongue.Of(code), colleague.ToString());
        Assert.DoesNotContain("Marijke", colleague.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Who_has_nobody_to_ask_hears_so(string code)
    {
        using var house = new House();
        var advisor = await AtTheDeskAsync(house, code, "joris");
        await advisor.GoToAsync(AskColleague.GoalName);
        await advisor.SayAsync("list");
        await Kept.CompareAsync("sparring-nobody", Tongue.Of(code), advisor.ToString());
    }

    private static string First(Talker talker) => PromptScript.Options(talker.View.Prompt).First().Value;

    private static async Task<Talker> AtTheDeskAsync(House house, string code, string advisor)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: advisor).ComeInAsync();
        return (await talker.GoToAsync(DeskSparring.GoalName)).Begin();
    }
}
