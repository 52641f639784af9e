using VpBot.Tests.Support;

namespace VpBot.Tests.Announcing;

/// <summary>The announcing tests share one bot; they run one after another, so that each can look at what it alone caused.</summary>
[CollectionDefinition(Name)]
public sealed class AnnouncingPlayground : ICollectionFixture<PlaygroundFixture>
{
    public const string Name = "announcing";
}

/// <summary>Everything by which the bot could show that something happened.</summary>
internal sealed record Trace(string Rows, int Sent, int Lines)
{
    public static Trace Of(PlaygroundFixture fixture) => new(fixture.Data.Count(), fixture.Server.Connector.Received.Count, fixture.Server.Bot!.Output.Lines.Count);
}
