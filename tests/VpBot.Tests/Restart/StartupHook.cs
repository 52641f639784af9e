using System.Diagnostics.CodeAnalysis;
using VpBot.Tests.Faults;
using VpBot.Tests.Restart;

/// <summary>The runtime calls this in the bot, before the bot's own first line, when DOTNET_STARTUP_HOOKS names this assembly.</summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for exactly this name.")]
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for exactly this name.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        KillSwitch.Install();
        OtherSteps.Install();
    }
}
