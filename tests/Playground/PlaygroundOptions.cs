namespace VpBot.Playground;

public sealed record PlaygroundOptions
{
    /// <summary>The loopback port of the Playground; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>False when a test hosts the bot itself and hands its client to <see cref="PlaygroundServer.ConnectBot"/>.</summary>
    public bool StartBot { get; init; } = true;

    /// <summary>Installs the app for every emulated person, as an employer does for all staff.</summary>
    public bool InstallEveryone { get; init; } = true;

    /// <summary>Settings for the bot on top of, or instead of, the Playground's own, e.g. <c>Room__SessionIdle</c>.</summary>
    public IReadOnlyDictionary<string, string> ExtraEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>Another program to start in the bot's place (a peer to compare with); null is the bot of this repository.</summary>
    public string? BotProgram { get; init; }

    public TimeSpan BotStartBudget { get; init; } = TimeSpan.FromSeconds(60);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
