using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>What will be handed over, word for word. The advisor's side gets these lines and nothing else.</summary>
internal static class Receipt
{
    public static IReadOnlyList<HandoffLine> Of(TalkDraft draft, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        var lines = new List<(string Label, string Text)>
        {
            (words.LineEmployer, setting.Employer.Name),
            (words.LineFor, words.Purpose(draft.For!.Value)),
        };
        if (draft.Topic is { } topic and not Topic.RatherNot)
            lines.Add((words.LineTopic, words.Topic(topic)));
        lines.Add((words.LineCalledAs, draft.CalledAs is { IsEmpty: false } name ? name.Reveal() : words.LineNoName));
        lines.Add((words.LineLanguage, setting.Tongue.OwnName));
        lines.Add((words.LineWay, setting.Words<AppointmentsPhrases>().Way(draft.Way!.Value)));
        if (draft.Way == Employers.WayToMeet.Phone)
            lines.Add((words.LineNumber, draft.Number is { IsEmpty: false } number ? number.Reveal() : words.LineICall));
        lines.Add((words.LineTime, TalkTimeSteps.SayTime(draft, setting)));
        lines.Add((words.LineReference, draft.Reference!));
        return [.. lines.Select(line => new HandoffLine(line.Label, new Confidential(line.Text)))];
    }
}
