using System.Globalization;
using VpBot.Language;
using VpBot.Profiles;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>An advisor says when they are away and writes about themselves, and takes it back.</summary>
internal sealed partial class Walk
{
    private async Task SelfAsync()
    {
        var desk = await EnterAsync(Server.People.Marijke, open: "desk");
        var away = AmsterdamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(400).ToString("d-M-yyyy", CultureInfo.InvariantCulture);
        canaries.Plant(Kind.FreeText, away);
        string[] answers =
        [
            Self.GoalName, nameof(OwnPart.OtherRoles), canaries.NewWord(Kind.FreeText), canaries.NewWord(Kind.FreeText), "yes",
            nameof(OwnPart.Absences), canaries.NewWord(Kind.FreeText), away, away, "sanne", "yes",
        ];
        foreach (var answer in answers)
            await desk.AnswerAsync(answer);
        await desk.AnswerAsync(nameof(OwnPart.Photo));
        var told = canaries.NewWord(Kind.FreeText);
        await desk.SendFileAsync(SamplePhotos.Told(told), $"{told}.jpg");
        await desk.AnswerAsync("yes");
        Assert.Contains(nameof(OwnPart.Restore), desk.Page.Values);
        await EnterAsync(Employee);
        await Visitor.GoToAsync("WithWhom");
        await desk.AnswerAsync(nameof(OwnPart.Restore));
        await desk.AnswerAsync("yes");
        await desk.ActAsync("leave");
    }
}
