using VpBot.Employers;
using VpBot.Room.Pages;

namespace VpBot.Room;

/// <summary>The pages that say what ended, or what is not there, how to go on, and which number to call.</summary>
internal sealed class Notices(Provider provider)
{
    public IResult NoTicket(Look look) => Page(look, words => (words.TicketGoneTitle, words.TicketGoneText), StatusCodes.Status410Gone);

    public IResult NoSession(Look look) => Page(look, words => (words.SessionGoneTitle, words.SessionGoneText), StatusCodes.Status410Gone);

    public IResult NotFound(Look look) => Page(look, words => (words.NotFoundTitle, words.NotFoundText), StatusCodes.Status404NotFound);

    public IResult Malformed(Look look) => Page(look, words => (words.NotFoundTitle, words.NotFoundText), StatusCodes.Status400BadRequest);

    public IResult TooLarge(Look look) => Page(look, words => (words.TooLargeTitle, words.TooLargeText), StatusCodes.Status413PayloadTooLarge);

    public IResult TooMany(Look look) => Page(look, words => (words.TooManyTitle, words.TooManyText), StatusCodes.Status429TooManyRequests);

    public IResult OurFault(Look look)
    {
        var words = look.Tongue.Words<RoomPhrases>();
        return RoomPages.Notice(
            new NoticePageModel(look, words.WentWrongTitle, [words.WentWrongText(provider.Phone)], []), StatusCodes.Status503ServiceUnavailable);
    }

    private IResult Page(Look look, Func<RoomPhrases, (string Title, string Text)> say, int status)
    {
        var words = look.Tongue.Words<RoomPhrases>();
        var (title, text) = say(words);
        return RoomPages.Notice(new NoticePageModel(look, title, [text, words.CallUs(provider.Phone)], []), status);
    }
}
