using VpBot.Language;

namespace VpBot.Register.Closing;

public sealed class ClosingPhrases : Phrases
{
    public string WayIn => Say();
    public string Gone => Say();
    public string GoneWhy => Say();
    public string ToDesk => Say();
    public string Go => Say();
    public string ChooseOne => Say();
    public string MetQuestion => Say();
    public string MetWhy => Say();
    public string MetWhyToCome => Say();
    public string MatterQuestion => Say();
    public string MatterWhy => Say();
    public string FollowedQuestion => Say();
    public string FollowedWhy => Say();
    public string ResultQuestion => Say();
    public string ResultWhy => Say();
    public string SureQuestion => Say();
    public string SureWhy => Say();
    public string SureCounted => Say();
    public string SureCountedHow => Say();
    public string SureAfter => Say();
    public string SureAfterToCome => Say();
    public string SureGo => Say();
}
