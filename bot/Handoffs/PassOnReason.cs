namespace VpBot.Handoffs;

/// <summary>
/// Why an advisor cannot do a talk. It is asked at the desk only, because a card press is logged with its values; it decides what the
/// advisor reads afterwards, and is kept nowhere: not with the request, not for the next advisor, not for the employee.
/// </summary>
public enum PassOnReason
{
    /// <summary>They know somebody it is about, or have a part in it. Afterwards their desk and card look as if nothing had been there.</summary>
    Conflict,
    Absence,
    Workload,
    RatherNot,
}
