using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Dialogs;

/// <summary>One employer asked for the second way in; the other did not, as in the template.</summary>
public sealed class CardPlayground : PlaygroundFixture
{
    protected override PlaygroundOptions Options => base.Options with
    {
        ExtraEnvironment = new Dictionary<string, string> { ["Employers__duinrand__CardDialogs"] = "true" },
    };
}
