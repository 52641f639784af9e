namespace VpBot.Employers;

/// <summary>What someone comes for. "Just to talk" stands first and is as good as any. An advisor may take longer for one than for another.</summary>
public enum Purpose
{
    JustTalk,
    ThinkAlong,
    PrepareTalk,
    ComeAlong,
    HelpWithComplaint,
    Referral,
    Accused,
}
