using System.Text.Json.Serialization;
using VpBot.Privacy;

namespace VpBot.SoundingBoard;

/// <summary>Which kind of situation an advisor asks a colleague about.</summary>
public enum Situation
{
    UnwantedBehaviour,
    Discrimination,
    Conflict,
    Integrity,
    SomebodyAccused,
    SomethingElse,
}

/// <summary>What was done so far. Any number of these.</summary>
public enum Tried
{
    Listened,
    WaysExplained,
    TalkPrepared,
    WentAlong,
    Referred,
}

/// <summary>What the advisor would like a colleague to think along about.</summary>
public enum Want
{
    HowToGoOn,
    MyOwnPart,
    LimitsOfConfidence,
    WhoElseCanHelp,
    SomethingElse,
}

/// <summary>What a colleague is asked, word for word as it was confirmed, and what they answered.</summary>
/// <param name="Situation">Null for a general question, which does not say either who asks.</param>
public sealed record Question(Situation? Situation, IReadOnlyList<QuestionLine> Lines)
{
    public Confidential? Answer { get; init; }
}

public sealed record QuestionLine(string Label, Confidential Text);

[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(ColleagueCall))]
[JsonSerializable(typeof(DeskSparringDraft))]
[JsonSerializable(typeof(AskDraft))]
internal sealed partial class SoundingBoardJson : JsonSerializerContext;
