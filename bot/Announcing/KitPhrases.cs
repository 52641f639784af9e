using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>The words around the texts of the kit, and those on the poster and the slide.</summary>
public sealed class KitPhrases : Phrases
{
    public string Name => Say();
    public string Title => Say();
    public string For(string employer) => With(employer);
    public string What => Say();
    public string NothingSeen => Say();
    public string ToPrint => Say();
    public string Poster => Say();
    public string PosterDetail => Say();
    public string Slide => Say();
    public string SlideDetail => Say();
    public string InThisLanguage => Say();
    public string OnThisPage => Say();
    public string BackToKit => Say();
    public string PrintThis => Say();
    public string ShowThis => Say();
    public string PosterTitle => Say();
    public string PosterText => Say();
    public string PosterNoReport => Say();
    public string PosterConfidential => Say();
    public string ScanQuietly => Say();
    public string OrType => Say();
    public string OrCall(string provider) => With(provider);
    public string AtWorkSeen => Say();
    public string Danger => Say();
    public string SlideTitle => Say();
    public string SlideListens => Say();
    public string SlideYouDecide => Say();
    public string SlideConfidential => Say();
    public string SlideAccused => Say();
    public string SlideLater => Say();
}
