using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>The promises share one bot whose operator asked for the most talkative log there is.</summary>
public sealed class TalkativePlayground : PlaygroundFixture
{
    protected override PlaygroundOptions Options => base.Options with
    {
        ExtraEnvironment = new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Trace" },
    };
}

[CollectionDefinition(Name)]
public sealed class PromisesPlayground : ICollectionFixture<TalkativePlayground>
{
    public const string Name = "promises";
}
