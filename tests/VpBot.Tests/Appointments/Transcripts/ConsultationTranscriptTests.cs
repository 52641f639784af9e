using VpBot.Appointments.ConsultationHours;
using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>A consultation hour as the people in the line and the advisor read it.</summary>
public sealed class ConsultationTranscriptTests
{
    private const string Sanne = "sanne/1799834400";
    private const string Marijke = "marijke/1799924400";

    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Someone_joins_waits_and_is_called(string code)
    {
        using var house = new House();
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await talker.SayEachAsync("consultation", "nothing", Sanne, "read", "go", "go", "yes");
        await talker.BackAsync();
        await talker.SayAsync("go");
        talker.Note("Het spreekuur begint.", "The consultation hour begins.");
        house.Clock.Pass(new TimeSpan(2, 2, 30, 0));
        await talker.SayAsync("refresh");
        talker.Note("De vertrouwenspersoon roept nummer 1.", "The advisor calls number 1.");
        var desk = await AtDeskAsync(house, "nl", "sanne");
        await desk.SayAsync($"next/{Sanne[6..]}/1");
        await talker.SayAsync("refresh");
        talker.Note("Een kwartier later.", "A quarter of an hour later.");
        house.Clock.Pass(TimeSpan.FromMinutes(15));
        await desk.SayAsync($"finished/{Sanne[6..]}/1");
        await talker.SayAsync("refresh");
        talker.Note("De dag is om.", "The day is over.");
        house.Clock.Pass(TimeSpan.FromHours(13));
        await talker.SayEachAsync("refresh", "hours");
        await Kept.CompareAsync("consultation", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task Someone_leaves_comes_back_too_late_and_misses_a_turn(string code)
    {
        using var house = new House();
        await JoinedAsync(house, code, Marijke);
        var talker = await JoinedAsync(house, code, Marijke);
        talker.Begin();
        var own = talker.Code!;
        await talker.GoToAsync("consultation");
        await talker.SayEachAsync("code:", "geen code", "2222-2222-2222", own, "leave", "hours", "code:", own);
        await talker.BackAsync();
        await talker.SayEachAsync(Marijke, "go", "yes", "go");
        talker.Note("Nummer 1 en 3 worden geroepen, en niemand komt.", "Numbers 1 and 3 are called, and nobody comes.");
        house.Clock.Pass(new TimeSpan(3, 3, 30, 0));
        var desk = await AtDeskAsync(house, "nl", "marijke");
        await desk.SayEachAsync($"next/{Marijke[8..]}/1", $"not-there/{Marijke[8..]}/1", $"not-there/{Marijke[8..]}/3");
        await talker.SayAsync("refresh");
        talker.Note("Een nieuwe plek, maar het uur gaat voorbij.", "A new place, but the hour passes.");
        await talker.SayEachAsync("hours", Marijke, "go", "yes", "go");
        house.Clock.Pass(TimeSpan.FromHours(1));
        await talker.SayAsync("refresh");
        await Kept.CompareAsync("consultation-missed", Tongue.Of(code), talker.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_calls_numbers_at_the_desk(string code)
    {
        using var house = new House();
        for (var person = 0; person < 4; person++)
            await JoinedAsync(house, code, Sanne);
        var late = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await late.SayEachAsync("consultation", Sanne);
        var desk = await AtDeskAsync(house, code, "sanne");
        house.Clock.Pass(new TimeSpan(2, 2, 31, 0));
        await desk.SayEachAsync("refresh", $"next/{Sanne[6..]}/1", $"not-there/{Sanne[6..]}/1", $"next/{Sanne[6..]}/1", $"next/{Sanne[6..]}/3");
        desk.Note("Het uur is om.", "The hour is over.");
        house.Clock.Pass(TimeSpan.FromHours(1));
        await desk.SayEachAsync("refresh", $"next/{Sanne[6..]}/4", $"finished/{Sanne[6..]}/4", "back");
        await Kept.CompareAsync("consultation-desk", Tongue.Of(code), $"{late}{desk}");
    }

    [Theory]
    [InlineData(typeof(ConsultationHoursPhrases))]
    [InlineData(typeof(DeskHourPhrases))]
    public void The_words_are_plain_and_short(Type phrases)
    {
        foreach (var tongue in Tongue.All)
        {
            var sentences = Phrases.Load(phrases, tongue).Values.SelectMany(Readability.Sentences).ToList();
            Assert.All(sentences, sentence => Assert.True(Readability.Words(sentence).Count <= 20, $"More than 20 words: {sentence}"));
            if (tongue == Tongue.Dutch)
                Assert.InRange(Readability.Ease(sentences, tongue), 60, 207);
        }
    }

    private static async Task<Talker> JoinedAsync(House house, string code, string hour)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        return await talker.SayEachAsync("consultation", hour, "go", "yes", "go");
    }

    private static async Task<Talker> AtDeskAsync(House house, string code, string advisor)
    {
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: advisor).ComeInAsync();
        return await desk.SayAsync(DeskHour.GoalName);
    }
}
