using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Room;

/// <summary>The one line under every text that a provider said in other words: who changed it, and when somebody reviewed it.</summary>
public static class ChangedWords
{
    /// <param name="reviewed">The oldest of the reviews; null where nothing was changed, and then there is no line.</param>
    public static string? SayChanged(this Tongue tongue, Employer employer, DateOnly? reviewed) =>
        reviewed is { } day ? tongue.Words<RoomPhrases>().ChangedBy(employer.Provider.Name, day.ToString("d MMMM yyyy", tongue.Culture)) : null;
}
