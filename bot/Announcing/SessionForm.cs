using VpBot.Cards;
using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>The second page of HR's form: when and where the session is. What was typed stands there again when something is to be mended.</summary>
/// <param name="Tongue">Of the form.</param>
/// <param name="Of">Of the card.</param>
public sealed record SessionForm(Tongue Tongue, Tongue Of, SessionTyped Typed, SessionFault? Fault = null) : ICard
{
    public AnnouncingPhrases Words => Tongue.Words<AnnouncingPhrases>();
    public bool HasFault => Fault is not null;
    public string? FaultText => Fault is { } fault ? Words.Fault(fault) : null;
    public int LongestPlace => SessionReading.LongestPlace;
    public string Code => Of.Code;
    public string Day => Typed.Day;
    public string Time => Typed.Time;
    public string Place => Typed.Place;
}
