using VpBot.Language;

namespace VpBot.Messages;

[ToCheck(Checker.Advisor)]
public sealed class MessagesPhrases : Phrases
{
    public string Title => Say();
    public string Why(Writer reader) => Each(reader);
    [Fixed]
    public string NotForHelp(Writer reader) => Each(reader);
    [Fixed]
    public string ReadShows(Writer reader) => Each(reader);
    [Fixed]
    public string NotPassedOn(Writer reader) => Each(reader);
    public string The(Writer other) => Each(other);
    public string FromOther(string name, string when) => WithTwo(name, when);
    public string FromOtherUnread(string name, string when) => WithTwo(name, when);
    public string FromYouRead(string when) => With(when);
    public string FromYouUnread(string when) => With(when);
    public string Full(Writer writer) => Each(writer);
    public string Write => Say();
    public string Refresh => Say();
    public string BackToTalk(Writer reader) => Each(reader);
    public string WriteQuestion(Writer writer) => Each(writer);
    public string WriteWhy(Writer writer) => Each(writer);
    public string WriteLabel => Say();
    public string WriteGo => Say();
    public string TooLong => Say();
    public string Empty => Say();
    public string SureQuestion => Say();
    [Fixed]
    public string SureWhy(Writer writer) => Each(writer);
    public string SureGo => Say();
    public string SureChanged => Say();
    public string ToLabel => Say();
    public string TextLabel => Say();
    public string Changed => Say();
    public string NotSent => Say();
    public string Gone => Say();
    public string GoneWhy(Writer reader) => Each(reader);
    public string NotAsCards => Say();
    public string NotAsCardsWhy => Say();
    public string Way(Writer reader) => Each(reader);
    public string WayUnread(string count) => With(count);
    public string WhichQuestion => Say();
    public string WhichGo => Say();
    public string DeskNew => Say();
    public string CardTitle => Say();
    public string CardText => Say();
}
