using System.Globalization;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>The page of the line at the desk.</summary>
internal static class DeskHourSteps
{
    public const string Next = "next";
    public const string Finished = "finished";
    public const string NotThere = "not-there";
    private const string Refresh = "refresh";
    private const string Back = "back";

    public static readonly WaterfallDialog<DeskHourDraft> Dialog = new(DeskHour.GoalName, [Line()]);

    /// <summary>The way into this page, for the list on the desk.</summary>
    public static Option WayIn(string value, WaitingLine line, Setting setting)
    {
        var words = setting.Words<DeskHourPhrases>();
        var start = line.Consultation.Slot.Start;
        return new(value, words.WayIn(setting.Tongue.SayDay(start), setting.Tongue.SayTime(start)), words.WayInDetail(Count(line.Waiting.Count, setting)));
    }

    private static Step<DeskHourDraft> Line() => new("Line")
    {
        Question = (_, setting) => setting.Words<DeskHourPhrases>().Why,
        Touches = static (_, _) => [Surface.WaitingLine],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = Ask,
        Take = (draft, reply, _) => new Taken<DeskHourDraft>.Accepted(
            reply.Only == Back ? draft with { ToDesk = true } : draft with { Press = PressOf(reply.Only) }),
    };

    private static Prompt Ask(DeskHourDraft draft, Setting setting)
    {
        var words = setting.Words<DeskHourPhrases>();
        Option[] always = [new(Refresh, words.Refresh), new(Back, words.Back)];
        if (draft.Line is not { } line)
            return new Prompt.Tell(words.NoHour, null, [], [], null, always);
        var start = line.Consultation.Slot.Start;
        return new Prompt.Tell(
            words.Title(setting.Tongue.SayDay(start), setting.Tongue.SayTime(start)),
            words.Why,
            [.. Paragraphs(line, setting, words)],
            [.. Numbers(line, setting, words)],
            null,
            [.. Presses(line, setting, words), .. always]);
    }

    private static IEnumerable<string> Paragraphs(WaitingLine line, Setting setting, DeskHourPhrases words)
    {
        yield return words.TheyCome(line.Consultation.Way);
        if (line.IsOver)
            yield return words.TimeIsUp;
        else if (!line.HasBegun)
            yield return words.CallFrom(setting.Tongue.SayTime(line.Consultation.Slot.Start));
        if (line.Called is null && line.Waiting.Count == 0)
            yield return words.Nobody;
    }

    private static IEnumerable<Line> Numbers(WaitingLine line, Setting setting, DeskHourPhrases words)
    {
        if (line.Called is { CalledAt: { } since } called)
            yield return new(words.NumberLabel(Count(called.Number, setting)), words.TalksSince(setting.Tongue.SayTime(since)));
        foreach (var place in line.Waiting)
            yield return new(words.NumberLabel(Count(place.Number, setting)), words.WaitsUntil(setting.Tongue.SayTime(line.About(place.Number))));
    }

    private static IEnumerable<Option> Presses(WaitingLine line, Setting setting, DeskHourPhrases words)
    {
        if (line.HasBegun && line.Waiting is [var next, ..])
            yield return new(ValueOf(Next, next), words.Next(Count(next.Number, setting)));
        else if (line.Called is { } last)
            yield return new(ValueOf(Finished, last), words.Finished(Count(last.Number, setting)));
        if (line.Called is { } called)
            yield return new(ValueOf(NotThere, called), words.NotThere(Count(called.Number, setting)));
    }

    private static string ValueOf(string verb, ConsultationPlaceRow place) =>
        string.Create(CultureInfo.InvariantCulture, $"{verb}/{place.StartsAt.ToUnixTimeSeconds()}/{place.Number}");

    /// <summary>The press, or null for a look and for what is not one of ours.</summary>
    private static DeskPress? PressOf(string value) =>
        value.Split('/') is [Next or Finished or NotThere, var start, var number]
        && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new DeskPress(value.Split('/')[0], DateTimeOffset.FromUnixTimeSeconds(seconds), place)
            : null;

    private static string Count(int number, Setting setting) => number.ToString(setting.Tongue.Culture);
}
