using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>The incoming tests share one bot; they run one after another, so that each can look at what it alone caused.</summary>
[CollectionDefinition(Name)]
public sealed class IncomingPlayground : ICollectionFixture<PlaygroundFixture>
{
    public const string Name = "incoming activities";
}
