using VpBot.Language;

namespace VpBot.Room;

/// <summary>The words of the room's pages: what stands around a question, and what is said when there is none.</summary>
[ToCheck(Checker.Advisor)]
public sealed class RoomPhrases : Phrases
{
    public string Room => Say();
    public string Desk => Say();
    public string AlwaysAtHand => Say();
    public string HelpNow => Say();
    public string QuickExit => Say();
    public string QuickExitTitle => Say();
    [Fixed]
    public string QuickExitDoes => Say();
    [Fixed]
    public string QuickExitLeaves => Say();
    public string QuickExitKeys => Say();

    [Fixed]
    public string NotReviewed => Say();
    [Fixed]
    public string ChangedBy(string provider, string reviewed) => WithTwo(provider, reviewed);

    public string SaidSoFar => Say();
    public string Change => Say();
    public string ChangeWhich(string answer, string question) => WithTwo(answer, question);
    public string Back => Say();
    public string ToTheQuestion => Say();
    public string AtMost(string longest) => With(longest);
    public string YourCode => Say();
    public string CopyCode => Say();
    public string Copied => Say();
    public string NotCopied => Say();

    public string Busy => Say();
    public string NoConnection => Say();
    public string WentWrongHere(string phone) => With(phone);

    [Fixed]
    public string EmployerSees => Say();
    [Fixed]
    public string EmployerSeesHere => Say();
    [Fixed]
    public string EmployerSeesAll => Say();
    public string OwnPhone => Say();
    public string OwnPhoneWhy => Say();
    public string OwnPhoneType => Say();
    public string QrAlternative(string address) => With(address);

    public string UrgentHelp => Say();
    [Fixed]
    public string InDanger => Say();
    [Fixed]
    public string Call112 => Say();
    [Fixed]
    public string Suicide => Say();
    [Fixed]
    public string Call113 => Say();
    public string MoreNumbers => Say();
    public string RatherCall(string provider) => With(provider);
    [Fixed]
    public string ForgetsSoon(string minutes) => With(minutes);
    public string Stay => Say();
    public string RoomForgets(string minutes) => With(minutes);
    public string DeskForgets(string minutes) => With(minutes);

    public string EntranceTitle => Say();
    public string EntranceOpening => Say();
    public string EntranceInTeams => Say();
    public string EntranceOnOwnDevice => Say();
    public string EntranceNoScript => Say();
    public string EntranceFailed => Say();
    public string EntranceAgain => Say();

    public string DoorTitle => Say();
    public string DoorWhat => Say();
    public string DoorNoName => Say();
    public string DoorFor(string employer) => With(employer);
    public string DoorBegin => Say();
    public string DoorBeginInThisLanguage => Say();

    public string TicketGoneTitle => Say();
    public string TicketGoneText => Say();
    public string SessionGoneTitle => Say();
    [Fixed]
    public string SessionGoneText => Say();
    public string ClosedTitle => Say();
    public string ClosedText => Say();
    public string TooManyTitle => Say();
    public string TooManyText => Say();
    public string TooLargeTitle => Say();
    public string TooLargeText => Say();
    public string NotFoundTitle => Say();
    public string NotFoundText => Say();
    public string WentWrongTitle => Say();
    public string WentWrongText(string phone) => With(phone);
    public string OutdatedText => Say();
    public string CallUs(string phone) => With(phone);
}
