using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Privacy;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Privacy;

/// <summary>No claim of "anonymous" or "invisible": every page can say what the employer can see, what stays uncertain, and how to go on by phone or on one's own device.</summary>
public sealed class ExposureRegisterTests
{
    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Fact]
    public void Every_surface_stands_in_the_register_once_and_in_its_order() =>
        Assert.Equal(Enum.GetValues<Surface>(), ExposureRegister.All.Select(exposure => exposure.Surface));

    [Fact]
    public void Every_surface_says_who_can_look() =>
        Assert.All(ExposureRegister.All, exposure => Assert.NotEmpty(exposure.Lookers));

    [Fact]
    public void The_table_of_the_threat_model_is_the_register() =>
        Assert.Contains(
            ExposureText.Table(),
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "threat-model.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Tongues))]
    public void The_page_what_can_my_employer_see_says_every_entry(string code)
    {
        var words = Tongue.Of(code).Words<ExposurePhrases>();
        var page = System.Net.WebUtility.HtmlDecode(ContentBook.Page("what-my-employer-sees", Tongue.Of(code)).Html);
        Assert.All(ExposureRegister.All, exposure =>
        {
            Assert.Contains(words.Title(exposure.Surface), page, StringComparison.Ordinal);
            Assert.Contains(words.Holds(exposure.Surface), page, StringComparison.Ordinal);
            Assert.Contains(words.Rule(exposure.Surface), page, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("{register}", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public void The_front_door_says_what_the_register_says(string code)
    {
        var tongue = Tongue.Of(code);
        var card = new FrontDoor("https://x.example/d", "1", CardDialogs: false);
        var said = tongue == Tongue.Dutch ? card.NlEmployerSees : card.EnEmployerSees;
        Assert.All(
            ExposureRegister.All.Where(exposure => exposure.OnFrontDoor),
            exposure => Assert.Contains(tongue.Words<ExposurePhrases>().Holds(exposure.Surface), said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_step_says_what_can_be_seen_there_on_this_device(bool inTeams)
    {
        var seen = await WalkAsync(inTeams);
        var everywhere = ExposureRegister.Everywhere(inTeams ? Place.Teams : Place.OwnDevice);
        Assert.All(seen, view => Assert.Superset(everywhere.ToHashSet(), Surfaces(view)));
        Assert.All(seen, view => Assert.True(Surfaces(view).Count > everywhere.Count, $"{view.Goal}/{view.Step} says nothing of its own."));
        Assert.All(seen, view => Assert.DoesNotContain(inTeams ? Surface.RoomOnOwnDevice : Surface.RoomInTeams, Surfaces(view)));
    }

    [Fact]
    public async Task What_is_said_differs_by_step_and_by_what_was_chosen()
    {
        var seen = await WalkAsync(inTeams: false);
        HashSet<Surface> At(string step, Func<View, bool>? which = null) => Surfaces(seen.First(view => view.Step == step && (which is null || which(view))));

        Assert.Contains(Surface.PhoneCall, At("Number"));
        Assert.Contains(Surface.InternalAdvisorCalled, At("Sides"));
        Assert.DoesNotContain(Surface.InternalAdvisorCalled, At("WithWhom"));
        Assert.Contains(Surface.ReturnCode, At("NoteCode"));
        Assert.Contains(Surface.OwnCalendar, At("Sure", view => view.Prompt.Title.Contains("agenda", StringComparison.Ordinal)));
        Assert.Contains(Surface.InternalAdvisorDesk, At("Consent", view => Lines(view).Contains("Bibliotheek", StringComparison.Ordinal) || Surfaces(view).Contains(Surface.InternalAdvisorCalled)));
        Assert.DoesNotContain(Surface.PhoneCall, At("For"));
        Assert.Contains(Surface.WaitingLine, At("Hour"));
    }

    [Fact]
    public async Task No_entry_of_the_register_is_without_use()
    {
        var said = (await WalkAsync(inTeams: true)).Concat(await WalkAsync(inTeams: false)).SelectMany(Surfaces)
            .Concat(ExposureRegister.All.Where(exposure => exposure.OnFrontDoor).Select(exposure => exposure.Surface))
            .Concat(AppointmentSurfaces.Of(Template.Directory.Advisor("amir"), WayToMeet.Teams)).ToHashSet();

        // The link needs a meeting in Graph; what the board hears is said on the whole page; the card dialog on its own surface;
        // what advisors ask each other at the desk; an announcement is pressed before any page.
        Assert.Equal([Surface.CardDialog, Surface.JoinLink, Surface.YearlyFigures, Surface.AskedAlong, Surface.AnnouncementLink], Enum.GetValues<Surface>().Except(said));
    }

    /// <summary>Through every goal of an employee, with an external and an internal advisor.</summary>
    private static async Task<IReadOnlyList<View>> WalkAsync(bool inTeams)
    {
        var seen = new List<View>();
        foreach (var (side, advisor, way) in new[] { ("External", "sanne", "Phone"), ("Internal", "", "InPerson") })
        {
            using var house = new House();
            var talker = await new Talker(house, Template.Duinrand, Tongue.Dutch, inTeams).ComeInAsync();
            string[] replies =
            [
                "talk", "ThinkAlong", "Bullying", "", side, .. advisor.Length > 0 ? [advisor] : Array.Empty<string>(), way,
                .. way == "Phone" ? ["06 12 34 56 78"] : Array.Empty<string>(), "first", "Robin", "AskMe", "yes", "noted", "move", "first", "yes", "save", "yes", "cancel", "yes", "start",
                "explain", "next", "next", "next", "next", "being-accused", "next", "start",
            ];
            seen.Add(talker.View);
            foreach (var reply in replies)
            {
                // With one internal advisor nobody else could take over, and that question is not asked.
                if (reply == "AskMe" && talker.View.Step != "TakeOver")
                    continue;
                await (reply.Length == 0 ? talker.SayAsync() : talker.SayAsync(reply));
                seen.Add(talker.View);
            }

            foreach (var goal in new[] { "appointment", "consultation", "ask" })
                seen.Add((await talker.GoToAsync(goal)).View);
        }

        return [.. seen, .. await AfterwardsAsync(inTeams)];
    }

    /// <summary>What comes after a yes: messages, the question afterwards, and in Teams a nudge.</summary>
    private static async Task<IReadOnlyList<View>> AfterwardsAsync(bool inTeams)
    {
        using var house = new House();
        var talker = await new Talker(house, Template.Duinrand, Tongue.Dutch, inTeams).ComeInAsync();
        await talker.SayEachAsync("talk", "ThinkAlong", "Bullying", "", "External", "sanne", "Phone", "06 12 34 56 78", "first", "Robin", "AskMe", "yes", "noted");
        await house.ChangeAsync((_, row) =>
        {
            house.Book.Accept(row);
            return Task.CompletedTask;
        });
        var seen = new List<View>();
        foreach (var reply in new[] { "start", "appointment", "code:", talker.Code!, "messages", "write", "Tot dan.", "yes", "back", "aftercare", "1", "nudge", "Noon", "yes" })
        {
            // On one's own phone the code is asked at once, and there is no nudge.
            if ((reply == "code:" && talker.View.Step == "Code") || (!inTeams && reply is "nudge" or "Noon") || (!inTeams && reply == "yes" && talker.View.Step == "Status"))
                continue;
            if (talker.View.Step == "Status" && reply == talker.Code)
                continue;
            await talker.SayAsync(reply);
            seen.Add(talker.View);
        }

        house.Clock.Pass(TimeSpan.FromDays(8));
        await talker.ComeInAsync();
        foreach (var reply in new[] { "aftercare", "Enough", "yes" })
        {
            await talker.SayAsync(reply);
            seen.Add(talker.View);
        }

        return seen;
    }

    private static HashSet<Surface> Surfaces(View view) => [.. view.Exposed.Select(exposure => exposure.Surface)];

    private static string Lines(View view) => view.Prompt is Prompt.Confirm confirm ? string.Join(' ', confirm.Lines.Select(line => line.Text)) : "";
}
