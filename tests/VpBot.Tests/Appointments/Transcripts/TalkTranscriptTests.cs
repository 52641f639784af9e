using VpBot.Appointments.Calendars;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>The way to a talk, as it is said: kept in Dutch and in English, for an advisor to read.</summary>
public sealed class TalkTranscriptTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_is_called_by_an_external_advisor(string code) => TellAsync("talk-external-by-phone", code, async talker =>
    {
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "Phone", "06 12 34 56 78", "first", "Robin", "AskMe", "yes", "noted");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_meets_an_internal_advisor(string code) => TellAsync("talk-internal-in-person", code, async talker =>
    {
        await talker.SayEachAsync("talk", "JustTalk", "SomethingElse", "", "Internal", "InPerson", "first", "Robin", "yes", "noted");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_talks_in_Teams_with_whoever_is_free_first(string code) => TellAsync("talk-whoever-is-free-first", code, inTeams: true, tell: async talker =>
    {
        await talker.SayEachAsync("talk", "PrepareTalk", "Conflict", "", "Either", "whoever", "Teams", "first", "Robin", "Others", "yes", "noted");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_excludes_advisors_until_nobody_is_left(string code) => TellAsync("talk-nobody-left", code, async talker =>
    {
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot");
        await talker.SayAsync("sanne", "amir", "marijke");
        await talker.SayAsync("change");
        await talker.SayAsync("amir", "marijke");
        await talker.ChangeAsync("MustNotKnow");
        await talker.SayAsync("sanne", "amir", "marijke");
        await talker.SayAsync("start");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Nothing_is_free(string code) => TellAsync("talk-no-free-time", code, calendar: _ => new FullCalendar(), tell: async talker =>
    {
        await talker.SayEachAsync("talk", "Referral", "RatherNot", "", "External", "amir", "Teams", "again", "other");
        await talker.SayEachAsync("Internal", "Phone", "", "start");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task A_calendar_does_not_answer(string code) => TellAsync("talk-silent-calendar", code, calendar: _ => new SilentCalendar(), tell: async talker =>
    {
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot", "", "External", "amir", "Teams", "again", "start");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_changes_an_earlier_answer(string code) => TellAsync("talk-changed-answer", code, async talker =>
    {
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "Phone", "06 12 34 56 78", "first", "Robin");
        await talker.ChangeAsync("About");
        await talker.SayAsync("RatherNot");
        await talker.ChangeAsync("WithWhom");
        await talker.SayEachAsync("amir", "Teams", "first", "Others");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_goes_back_step_by_step(string code) => TellAsync("talk-back", code, async talker =>
    {
        await talker.SayEachAsync("talk", "ComeAlong", "Intimidation", "", "External", "sanne", "InPerson", "first");
        for (var step = 0; step < 7; step++)
            await talker.BackAsync();
        await talker.BackAsync();
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task Someone_would_rather_not_say(string code) => TellAsync("talk-rather-not", code, async talker =>
    {
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot", "", "Either", "whoever", "Phone", "", "first", "", "AskMe");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public Task A_reply_that_does_not_fit_is_answered_with_what_to_do(string code) => TellAsync("talk-wrong-replies", code, async talker =>
    {
        await talker.SayEachAsync("nothing", "talk", "nothing", "ThinkAlong", "7", "Bullying");
        await talker.SayAsync("nobody we know");
        await talker.SayEachAsync("0", "External", "marijke", "sanne", "Fax", "Phone", "bel mij", "06 12 34 56 78", "tomorrow", "sanne/0", "first");
        await talker.SayAsync(new string('a', 41));
        await talker.SayEachAsync("Robin", "whoever", "AskMe", "no", "yes", "noted");
    });

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_time_that_was_held_too_long_is_asked_for_again(string code)
    {
        using var house = new House();
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await talker.SayEachAsync("talk", "JustTalk", "RatherNot", "", "External", "amir", "Teams", "first", "", "AskMe");
        talker.Note("Een half uur later, en iemand anders koos intussen deze tijd.", "Half an hour later, and somebody else chose this time meanwhile.");
        house.Clock.Pass(TimeSpan.FromMinutes(30));
        var other = await new Talker(house, Template.Duinrand, Tongue.Of(code)).ComeInAsync();
        await other.SayEachAsync("talk", "JustTalk", "RatherNot", "", "External", "amir", "Teams", "first");
        await talker.SayAsync("yes");
        await Kept.CompareAsync("talk-hold-ran-out", Tongue.Of(code), talker.ToString());
    }

    [Fact]
    public void A_difference_is_shown_between_the_lines_around_it() =>
        Assert.Equal("  a\n- b\n+ c", Kept.Difference("a\nb\nd", "a\nc\nd"));

    private static async Task TellAsync(
        string name, string code, Func<Talker, Task> tell, bool inTeams = false, Func<ICalendar, ICalendar>? calendar = null)
    {
        using var house = new House(calendar);
        var talker = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams).ComeInAsync();
        await tell(talker);
        await Kept.CompareAsync(name, Tongue.Of(code), talker.ToString());
    }
}
