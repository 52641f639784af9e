using VpBot.Conversation;
using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Profiles;
using VpBot.Tests.Explaining;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>"My hours and profile" as an advisor reads it.</summary>
public sealed class SelfTranscriptTests
{
    private static readonly string[] Odd = ["", "yes", "new", "Monday", "9-17", "09:00-12:00", "12-1-2027", "1-6-2027", "nobody", "sanne", "15", "Phone", "Ik luister.", "\u202E", "7", "Restore"];

    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_sets_hours_days_and_an_absence(string code)
    {
        using var house = new House();
        await BookedAsync(house);
        var self = await AtSelfAsync(house, code);
        await self.SayEachAsync("Week", "Monday", "9 tot 12", "", "yes");
        await self.SayEachAsync("Days", "new", "morgen", "13-1-2027", "10:00-11:00");
        await self.BackAsync();
        await self.SayEachAsync("", "yes");
        await self.SayEachAsync("Absences", "1-2-2027", "1-1-2027", "31-1-2027", "5-2-2027", "amir", "yes");
        await self.SayEachAsync("MostPerDay", "2", "yes", "TalkLength", "01:00:00", "yes");
        await self.SayEachAsync("Absences", "2027-02-01/2027-02-05", "yes", "Restore", "yes");
        await Kept.CompareAsync("self-hours", Tongue.Of(code), self.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_sets_a_consultation_hour_and_a_profile(string code)
    {
        using var house = new House();
        var self = await AtSelfAsync(house, code);
        await self.SayEachAsync("ConsultationHours", "new", "Monday", "Phone", "15", "13:00-13:10", "13:00-14:00", "yes");
        await self.SayEachAsync("About", "Lees www.luwte.example", "Bij mij ben je anoniem.", "Ik luister rustig.", "I listen calmly.", "yes");
        await self.SayEachAsync("Languages", "");
        await self.SayAsync("nl");
        await self.SayEachAsync("yes", "RespondsWithin", "04:00:00", "yes");
        await Kept.CompareAsync("self-profile", Tongue.Of(code), self.ToString());
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task An_advisor_sets_a_photo_and_takes_it_away(string code)
    {
        using var house = new House();
        var self = await AtSelfAsync(house, code);
        await self.SayAsync("Photo");
        await self.SendAsync("(words)", "Ik ben geen foto"u8.ToArray());
        await self.SendAsync("(photo)", SamplePhotos.Jpeg);
        await self.SayEachAsync("yes", "Photo", "", "yes");
        await Kept.CompareAsync("self-photo", Tongue.Of(code), self.ToString());
    }

    [Fact]
    public void The_words_are_plain_and_short()
    {
        foreach (var tongue in Tongue.All)
        {
            var sentences = Phrases.Load(typeof(SelfPhrases), tongue).Values.SelectMany(Readability.Sentences).ToList();
            Assert.All(sentences, sentence => Assert.True(Readability.Words(sentence).Count <= 20, $"More than 20 words: {sentence}"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_a_browser_sends_the_next_page_is_there_and_the_advisor_can_be_read(int seed)
    {
        using var house = new House();
        await BookedAsync(house);
        var random = new Random(seed);
        var goal = house.Goals[Self.GoalName];
        var (seen, guest) = (new HashSet<string>(), new Guest(null, "sanne", "a door"));
        byte[]? draft = null;
        for (var turn = 0; turn < 250; turn++)
        {
            await using var db = house.CreateDbContext();
            var setting = new Setting(house.Served.ByKey("duinrand")!, Tongue.Of(random.Next(2) == 0 ? "nl" : "en"), house.Clock.GetUtcNow(), InTeams: true);
            var shown = (Outcome.Stay)await goal.ShowAsync(db, draft, setting, guest);
            string[] steps = goal.Version.Split(' ');
            var step = random.Next(5) == 0 ? steps[random.Next(steps.Length)] : shown.View.Step;
            var outcome = random.Next(12) switch
            {
                0 => await goal.BackAsync(db, shown.Draft, setting, guest),
                1 => await goal.ChangeAsync(db, shown.Draft, step, setting, guest),
                _ => await goal.TakeAsync(db, shown.Draft, step, Any(shown.View.Prompt, random), setting, guest),
            };
            await db.SaveChangesAsync();
            draft = (outcome as Outcome.Stay)?.Draft;
            seen.Add(shown.View.Step);
        }

        Assert.True(seen.Count > 9, $"The walk saw {string.Join(", ", seen)}: too few to say anything.");
        await using var after = house.CreateDbContext();
        Assert.False(await after.FindAsync<OwnChoicesRow>("sanne") is { } row && house.Served.Source("sanne")!.With(house.Own.Open(row)!) is null);
    }

    private static Reply Any(Prompt prompt, Random random)
    {
        if (prompt is Prompt.Confirm confirm && random.Next(3) > 0)
            return confirm.Yes;
        string[] fitting = [.. PromptScript.Options(prompt).Select(option => option.Value)];
        return Reply.Of(random.Next(6) == 0 || fitting.Length == 0 ? Odd[random.Next(Odd.Length)] : fitting[random.Next(fitting.Length)]);
    }

    /// <summary>Somebody with a talk on Monday a week from now.</summary>
    private static async Task BookedAsync(House house)
    {
        var talker = await new Talker(house, Template.Duinrand, Tongue.Dutch).ComeInAsync();
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "Phone", "06 12 34 56 78", "first", "Robin", "AskMe", "yes");
        await house.ChangeAsync((_, row) =>
        {
            row.StartsAt = new DateTimeOffset(2027, 1, 18, 8, 0, 0, TimeSpan.Zero);
            row.State = VpBot.Appointments.AppointmentState.Delivered;
            return Task.CompletedTask;
        });
    }

    private static async Task<Talker> AtSelfAsync(House house, string code)
    {
        var desk = await new Talker(house, Template.Duinrand, Tongue.Of(code), inTeams: true, advisor: "sanne").ComeInAsync();
        await desk.GoToAsync(Self.GoalName);
        return desk.Begin();
    }
}
