using VpBot.Conversation;
using VpBot.Intake;
using VpBot.Privacy;

namespace VpBot.SoundingBoard;

/// <summary>A short text without names. What looks like an identity is refused with a sentence; nothing is changed silently.</summary>
internal static class OwnWords
{
    public const int Longest = 400;

    public static Taken<TDraft> Take<TDraft>(string typed, Identities? identities, Setting setting, Func<Confidential, TDraft> keep)
    {
        var words = setting.Words<SoundingBoardPhrases>();
        return PlainText.Read(typed, Longest) switch
        {
            null => new Taken<TDraft>.Rejected(words.TooLong),
            "" => new Taken<TDraft>.Rejected(words.WriteSomething),
            var text when identities?.AreIn(text) != false => new Taken<TDraft>.Rejected(words.NameFound),
            var text => new Taken<TDraft>.Accepted(keep(new Confidential(text))),
        };
    }
}
