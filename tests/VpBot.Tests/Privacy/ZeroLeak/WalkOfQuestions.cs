namespace VpBot.Tests.Privacy.ZeroLeak;

/// <summary>Questions in somebody's own words: answered, not known, about danger, too long, and asked with an older page.</summary>
internal sealed partial class Walk
{
    private async Task AskAsync()
    {
        await EnterAsync(Employee);
        await Visitor.AnswerAsync("ask");
        var field = Visitor.Page;
        foreach (var words in new[] { "hoort mijn leidinggevende ervan", "does my manager hear of it", "ik wil niet meer leven", "blauw", "/answer/", new string('a', 300) })
        {
            await Visitor.AnswerAsync(field, $"{words} {canaries.NewWord(Kind.FreeText)}");
            await Visitor.ActAsync("tongue", answer: tongue.Code);
            await Visitor.ActAsync("look");
        }

        await Visitor.ActAsync("back");
        await Visitor.AnswerAsync(field, canaries.NewWord(Kind.FreeText));
        await NewVisitor().BeginAsync(tongue: tongue.Code);
        await Visitor.AnswerAsync("ask");
        await Visitor.AnswerAsync(canaries.NewWord(Kind.FreeText));
    }
}
