using System.Reflection;
using VpBot.Conversation;
using VpBot.Intake;

namespace VpBot.Tests.Faults;

/// <summary>
/// Makes the bot it lives in another release, without the bot knowing: on the way to a talk it asks one thing first that was not
/// asked before, and the others in another order. DOTNET_STARTUP_HOOKS names this assembly.
/// </summary>
internal static class OtherSteps
{
    public const string Variable = "VPBOT_TEST_OTHER_STEPS";

    public static void Install()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            return;
        var added = AccusedSteps.Dialog.Step("Welcome")!;
        var name = TalkSteps.Dialog.Step("CalledAs")!;
        Replace(TalkSteps.Dialog, [added, .. TalkSteps.Dialog.Steps.TakeWhile(step => step.Name != "How"), name, .. TalkSteps.Dialog.Steps.SkipWhile(step => step.Name != "How").Where(step => step != name)]);
    }

    private static void Replace<TDraft>(WaterfallDialog<TDraft> dialog, IReadOnlyList<Step<TDraft>> steps)
    {
        var other = new WaterfallDialog<TDraft>(dialog.Name, steps);
        foreach (var field in typeof(WaterfallDialog<TDraft>).GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
            field.SetValue(dialog, field.GetValue(other));
    }
}
