using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>What will be handed over, word for word. The advisor's side gets these lines and nothing else.</summary>
internal static class Receipt
{
    /// <summary>In a reviewed language, whatever the language of the room: the advisor must be able to read it.</summary>
    public static IReadOnlyList<HandoffLine> Of(TalkDraft draft, Setting room)
    {
        var setting = room with { Tongue = room.Tongue.Reviewed };
        var words = setting.Words<IntakePhrases>();
        var lines = new List<HandoffLine>
        {
            Line(words.LineEmployer, setting.Employer.Name),
            Line(words.LineFor, words.Purpose(draft.For!.Value)),
        };
        if (draft.Concern is { } concern and not Concern.NotYetClear)
            lines.Add(Line(words.LineConcern, words.Concern(concern)));
        if (draft.Topic is { } topic and not Topic.RatherNot)
            lines.Add(Line(words.LineTopic, words.Topic(topic)));
        lines.Add(Line(words.LineCalledAs, draft.CalledAs is { IsEmpty: false } name ? name.Reveal() : words.LineNoName));
        lines.Add(Line(words.LineLanguage, room.Tongue.OwnName));
        lines.Add(Line(words.LineWay, setting.Words<AppointmentsPhrases>().Way(draft.Way!.Value)));
        if (draft.Way == Employers.WayToMeet.Phone)
            lines.Add(Line(words.LineNumber, draft.Number is { IsEmpty: false } number ? number.Reveal() : words.LineICall));
        lines.Add(Line(words.LineTime, TalkTimeSteps.SayTime(draft, setting)) with { IsTime = true });
        lines.Add(Line(words.LineReference, draft.Reference!) with { IsReference = true });
        return lines;
    }

    private static HandoffLine Line(string label, string text) => new(label, new Confidential(text));
}
