namespace VpBot.Tests.Faults;

/// <summary>Tests that count what happens within a second: they run after all others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
