using VpBot.Employers;

namespace VpBot.SoundingBoard;

/// <summary>
/// Whom an advisor can ask: colleagues at the provider. An internal advisor's own colleagues stand too close to the employer's
/// matters, and nobody hears of a matter from the other side of it.
/// </summary>
internal static class Colleagues
{
    public static IReadOnlyList<ExternalAdvisor> Of(Advisor self, EmployerDirectory directory) =>
    [
        .. directory.Advisors.OfType<ExternalAdvisor>()
            .Where(other => other.Id != self.Id && !directory.Employers.Any(employer => AreOnTwoSides(self, other, employer))),
    ];

    private static bool AreOnTwoSides(Advisor self, Advisor other, Employer employer) =>
        employer.Advisor(self.Id) is not null && employer.Advisor(other.Id) is not null && employer.IsForAccused(self) != employer.IsForAccused(other);
}
