using VpBot.Language;

namespace VpBot.Explaining;

public sealed class ExplainingPhrases : Phrases
{
    public string Next => Say();
    public string OtherSubject => Say();
    public string FindAdvisor => Say();
    public string FindAdvisorDetail => Say();
    public string ToStart => Say();
    public string Go => Say();
    public string ChooseOne => Say();
    public string WasRead => Say();
    public string MoreQuestion => Say();
    public string MoreWhy => Say();
    [Fixed]
    public string ReviewedOn(string date, string reviewer) => WithTwo(date, reviewer);
    [Fixed]
    public string Draft(string reviewer) => With(reviewer);
}
