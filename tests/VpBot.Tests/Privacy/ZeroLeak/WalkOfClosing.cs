using VpBot.Playground;

namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>Closing at the desk, and the yearly figures of an employer.</summary>
internal sealed partial class Walk
{
    private async Task CloseAsync()
    {
        await EnterAsync(Employee);
        await AnswerAllAsync("sanne", "Phone");
        await Visitor.LookUntilAsync(Arrived, seconds: 40);
        var employee = Visitor;
        var desk = await EnterAsync(Server.People.Sanne, open: "desk");
        await desk.AnswerAsync(desk.Page.Values.Last(value => value is not ("yearly" or "desk-hour")));
        await desk.AnswerAsync("close");
        // A free text where a choice is asked.
        await desk.AnswerAsync(canaries.NewWord(Kind.FreeText));
        await desk.AnswerAsync("NotMet");
        await desk.AnswerAsync("yes");
        await employee.AnswerAsync("refresh");
        await desk.AnswerAsync("back");
        await desk.AnswerAsync("yearly");
        await desk.AnswerAsync(desk.Page.Values[0]);
        await desk.AnswerAsync("release");
        await desk.AnswerAsync("yes");
        await desk.ActAsync("file", answer: canaries.NewWord(Kind.FreeText));
    }
}
