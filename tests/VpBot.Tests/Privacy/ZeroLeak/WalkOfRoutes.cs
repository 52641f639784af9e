using VpBot.Intake;
using VpBot.SoundingBoard;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>The routes of their own, and what advisors ask each other.</summary>
internal sealed partial class Walk
{
    private async Task ReportAsync()
    {
        await EnterAsync(Employee);
        await Visitor.GoToAsync("For");
        await Visitor.AnswerAsync("HelpWithComplaint");
        var words = tongue.Words<IntakePhrases>();
        await Visitor.GoToAsync("WouldBeAbout");
        await Visitor.AnswerAsync(canaries.NewWord(Kind.FreeText));
        await Visitor.AnswerAsync(nameof(Concern.Wrongdoing));
        canaries.Plant(Kind.Topic, words.Concern(Concern.Wrongdoing), words.Topic(Topic.Wrongdoing), tongue.Reviewed.Words<IntakePhrases>().Topic(Topic.Wrongdoing));
        await Visitor.AnswerAsync(nameof(Topic.Wrongdoing));
        await Visitor.GoToAsync("MustNotKnow");
        // Who was excluded is said to nobody, by name, by role or by key.
        canaries.Plant(Kind.FreeText, "people/director", tongue.Reviewed.Code == "nl" ? "De directeur" : "The director");
        await Visitor.AnswerAsync("people/director");
        await FinishAsync("sanne");
    }

    private async Task AccusedAsync()
    {
        await EnterAsync(Employee);
        await Visitor.GoToAsync("For");
        await Visitor.AnswerAsync("Accused");
        await Visitor.AnswerAsync(canaries.NewWord(Kind.FreeText));
        await Visitor.AnswerAsync("read");
        await Visitor.AnswerAsync("go");
        await FinishAsync("joris");
        await CallOffAsync();
    }

    private async Task FinishAsync(string advisor)
    {
        var alias = canaries.NewWord(Kind.Alias);
        await Visitor.GoToAsync("NoteCode", advisor, called: alias);
        PlantCode(Visitor.Page.Code);
        await Visitor.AnswerAsync("noted");
        canaries.Plant(Kind.Session, Visitor.Page.Session);
        await Server.Teams.MessageAsync(
            Server.People[advisor], "the handoff", message => Talks.Text(message.StoredCard).Contains(alias, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
    }

    private async Task SparringAsync()
    {
        canaries.Plant(Kind.Advisor, Server.People.Marijke.Name);
        var asker = await EnterAsync(Server.People.Marijke, open: "desk");
        await asker.AnswerAsync(DeskSparring.GoalName);
        foreach (var value in (string[])["ask", nameof(AskWay.AboutSituation), "sanne", nameof(Situation.Integrity)])
            await asker.AnswerAsync(value);
        await asker.AnswerAsync();
        await asker.AnswerAsync(nameof(Want.MyOwnPart));
        // Refused, and kept nowhere.
        await asker.AnswerAsync(canaries.NewPhone());
        await asker.AnswerAsync(Letters());
        await asker.AnswerAsync("yes");
        var colleague = await EnterAsync(Server.People.Sanne, open: "desk");
        await colleague.AnswerAsync(DeskSparring.GoalName);
        await colleague.AnswerAsync(colleague.Page.Values[0]);
        await colleague.AnswerAsync("answer");
        await colleague.AnswerAsync(Letters());
        await colleague.AnswerAsync("yes");
        await asker.AnswerAsync(asker.Page.Values[0]);
        await asker.AnswerAsync("forget");
    }

    /// <summary>A word that is nobody else's, and looks like no number.</summary>
    private string Letters() =>
        canaries.Plant(Kind.FreeText, "Waterral" + string.Concat(Guid.NewGuid().ToString("N").Select(sign => char.IsDigit(sign) ? (char)('g' + sign - '0') : sign)));
}
