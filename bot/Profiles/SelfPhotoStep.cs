using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Employers.Photos;
using VpBot.Privacy;

namespace VpBot.Profiles;

/// <summary>A photo from the advisor's own device, or none.</summary>
internal static class SelfPhotoStep
{
    public static Step<SelfDraft> Photo() => new("Photo")
    {
        Question = (_, setting) => setting.Words<SelfPhrases>().PhotoQuestion,
        Applies = (draft, _) => draft.Part == OwnPart.Photo,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => draft.Photo is not null,
        Said = (draft, setting) => draft.Photo is { Length: > 0 } ? setting.Words<SelfPhrases>().NewPhoto : setting.Words<SelfPhrases>().NoPhoto,
        Clear = draft => draft with { Photo = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SelfPhrases>();
            return new Prompt.AddPhoto(
                words.PhotoQuestion,
                words.PhotoWhy,
                words.PhotoLabel,
                words.PhotoHint,
                Employers.Photos.Photo.LargestFile,
                words.Photo(PhotoFault.TooLarge),
                words.Go,
                draft.Known.Own.Photo is null ? null : words.NoPhoto);
        },
        Take = Take,
    };

    private static Taken<SelfDraft> Take(SelfDraft draft, Reply reply, Setting setting)
    {
        var words = setting.Words<SelfPhrases>();
        if (reply.File is null && draft.Known.Own.Photo is not null)
            return new Taken<SelfDraft>.Accepted(draft with { Photo = [] });
        if (reply.File is not { Length: > 0 } file)
            return new Taken<SelfDraft>.Rejected(words.PhotoChoose);
        return Employers.Photos.Photo.Read(file, out var photo) is { } fault
            ? new Taken<SelfDraft>.Rejected(words.Photo(fault))
            : new Taken<SelfDraft>.Accepted(draft with { Photo = photo!.Content });
    }
}
