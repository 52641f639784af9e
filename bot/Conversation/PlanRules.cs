using VpBot.Employers;

namespace VpBot.Conversation;

public static class PlanRules
{
    /// <summary>
    /// Whether the employer's plan holds this. The provider's own advisors work for many employers: at their desk a plan decides about
    /// each request, and not about the desk.
    /// </summary>
    public static bool Allows(this Setting setting, Capability? needs, Guest guest) =>
        setting.Employer.Offers(needs) || (guest.Advisor is { } advisor && setting.Employer.Advisor(advisor) is not InternalAdvisor);
}
