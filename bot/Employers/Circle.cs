namespace VpBot.Employers;

/// <summary>
/// Who may hear of one matter. It goes along with a request, sealed, for as long as the request lives. No advisor reads it: who
/// was left out is nobody's to know.
/// </summary>
/// <param name="ForAccused">On the route of somebody about whom something is said. Its advisors are on no other route, so that nobody stands on both sides.</param>
/// <param name="MustNotKnow">What the employee ticked: keys of advisors and values of people.</param>
/// <param name="Outside">Who was left out when it was agreed to. A later change of the settings lets none of them in.</param>
public sealed record Circle(bool ForAccused, IReadOnlyList<string> MustNotKnow, IReadOnlyList<string> Outside)
{
    public bool Admits(Advisor advisor, Employer employer) =>
        employer.IsForAccused(advisor) == ForAccused && !MustNotKnow.Contains(advisor.Id) && !Outside.Contains(advisor.Id)
        && !employer.People.Any(person => MustNotKnow.Contains(person.Value) && person.CloseTo.Contains(advisor.Id));

    /// <summary>The same circle with everybody who is outside it by now written down.</summary>
    public Circle Closed(Employer employer) =>
        this with { Outside = [.. employer.Advisors.Where(advisor => !Admits(advisor, employer)).Select(advisor => advisor.Id)] };
}
