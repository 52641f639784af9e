namespace VpBot.Employers;

/// <summary>Days on which an advisor is away, both ends included, and who stands in.</summary>
/// <param name="Substitute">The key of another advisor, or null. It is a suggestion to the employee: nothing goes there by itself.</param>
public sealed record Absence(DateOnly From, DateOnly Until, string? Substitute)
{
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}
