using System.Text.Json;
using VpBot.Conversation;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Intake;

/// <summary>Whatever a browser sends on the way to a talk, the next page is there, and an excluded advisor is on none of them.</summary>
public sealed class AnyReplyTests
{
    private static readonly string[] Odd = ["", "yes", "whoever", "7", "again", "other", "start", "change", "\u202E", "sanne/0", "06 12 34 56 78", "Robin"];

    private static readonly Guest Somebody = new(null, null, "a door");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_next_page_is_there_and_nobody_on_it_was_excluded(int seed)
    {
        using var house = new House();
        var random = new Random(seed);
        var seen = new HashSet<string>();
        var judged = 0;
        for (var walk = 0; walk < 8; walk++)
        {
            byte[]? draft = null;
            for (var turn = 0; turn < 40; turn++)
            {
                var stay = await TurnAsync(house, draft, random);
                draft = stay?.Draft;
                if (stay is null)
                    continue;
                seen.Add(stay.View.Step);
                var excluded = Excluded(stay.Draft);
                judged += excluded.Count;
                Assert.DoesNotContain(excluded, id => Shows(stay.View, id));
            }
        }

        Assert.True(judged > 10 && seen.Count > 8, $"The walks saw {seen.Count} steps and {judged} exclusions: too few to say anything.");
    }

    [Fact]
    public void A_planted_page_with_an_excluded_advisor_is_found()
    {
        var planted = new View("talk", "WithWhom", [], new Prompt.Choose("Met wie wil je praten?", null, [new("sanne", "S.")], "Verder"), null) { Exposed = [] };

        Assert.True(Shows(planted, "sanne"));
        Assert.True(Shows(planted with { Prompt = new Prompt.Tell("Bel Sanne Voorbeeld", null, [], [], null, []) }, "sanne"));
        Assert.False(Shows(planted, "amir"));
    }

    private static async Task<Outcome.Stay?> TurnAsync(House house, byte[]? draft, Random random)
    {
        await using var db = house.CreateDbContext();
        var goal = house.Goals["talk"];
        var setting = new Setting(Template.Duinrand, Tongue.Dutch, house.Clock.GetUtcNow(), InTeams: false);
        if (await goal.ShowAsync(db, draft, setting, Somebody) is not Outcome.Stay shown)
            return null;
        string[] steps = [.. goal.Version.Split(' '), "Soup"];
        var step = random.Next(5) == 0 ? steps[random.Next(steps.Length)] : shown.View.Step;
        var outcome = random.Next(12) switch
        {
            0 => await goal.BackAsync(db, shown.Draft, setting, Somebody),
            1 => await goal.ChangeAsync(db, shown.Draft, step, setting, Somebody),
            _ => await goal.TakeAsync(db, shown.Draft, step, Any(shown.View.Prompt, random), setting, Somebody),
        };
        await db.SaveChangesAsync();
        return outcome as Outcome.Stay;
    }

    private static Reply Any(Prompt prompt, Random random)
    {
        string[] fitting = [.. PromptScript.Options(prompt).Select(option => option.Value)];
        if (prompt is Prompt.Confirm confirm && random.Next(2) == 0)
            return confirm.Yes;
        if (random.Next(5) == 0 || fitting.Length == 0)
            return Reply.Of(Odd[random.Next(Odd.Length)]);
        return new Reply([.. Enumerable.Range(0, prompt is Prompt.ChooseMany ? random.Next(3) : 1).Select(_ => fitting[random.Next(fitting.Length)])]);
    }

    /// <summary>Whom the settings template has close to the people whom an employee can name.</summary>
    private static readonly Dictionary<string, string[]> Close = new() { ["people/director"] = ["marijke"], ["people/hr"] = ["marijke", "amir"] };

    private static IReadOnlyList<string> Excluded(byte[] draft) =>
        [.. (JsonSerializer.Deserialize<TalkDraft>(draft)!.MustNotKnow ?? []).SelectMany(value => Close.GetValueOrDefault(value, [value])).Append("joris").Distinct()];

    /// <summary>True when a page offers or names this advisor, other than in the question who must not know.</summary>
    private static bool Shows(View view, string advisor) =>
        view.Prompt is not Prompt.ChooseMany
        && (PromptScript.Options(view.Prompt).Any(option => option.Value == advisor || option.Value.StartsWith($"{advisor}/", StringComparison.Ordinal))
            || PromptScript.Of(view.Prompt).Contains(Template.Duinrand.Advisor(advisor)!.Name, StringComparison.Ordinal));
}
