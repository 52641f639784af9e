using VpBot.Employers;
using VpBot.Room.Pages;

namespace VpBot.Room;

/// <summary>The pages that say what ended, or what is not there, and how to go on.</summary>
internal static class Notices
{
    public static IResult NoTicket(Look look) => Page(look, words => (words.TicketGoneTitle, words.TicketGoneText), StatusCodes.Status410Gone);

    public static IResult NoSession(Look look, Provider provider)
        => Page(look, words => (words.SessionGoneTitle, words.SessionGoneText), StatusCodes.Status410Gone);

    public static IResult NotFound(Look look) => Page(look, words => (words.NotFoundTitle, words.NotFoundText), StatusCodes.Status404NotFound);

    public static IResult Malformed(Look look) => Page(look, words => (words.NotFoundTitle, words.NotFoundText), StatusCodes.Status400BadRequest);

    public static IResult Closed(Look look) => RoomPages.Closed(look);

    public static IResult OurFault(Look look, Provider provider) =>
        Page(look, words => (words.WentWrongTitle, words.WentWrongText(provider.Phone)), StatusCodes.Status503ServiceUnavailable);

    private static IResult Page(Look look, Func<RoomPhrases, (string Title, string Text)> say, int status)
    {
        var (title, text) = say(look.Tongue.Words<RoomPhrases>());
        return RoomPages.Notice(new NoticePageModel(look, title, text.Length == 0 ? [] : [text], []), status);
    }
}
