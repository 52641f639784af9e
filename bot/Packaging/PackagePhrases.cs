using VpBot.Language;

namespace VpBot.Packaging;

/// <summary>What Teams shows about the app itself. The name, 30 characters; the short text, 80; the name in full, 100.</summary>
public sealed class PackagePhrases : Phrases
{
    public string Name => Say();
    public string NameInFull(string whose) => With(whose);
    public string InShort => Say();
    public string InFull(string provider, string list) => WithTwo(provider, list);
    public string Announce => Say();
    public string AnnounceInShort => Say();
    public string AdvisorInShort => Say();
    public string AdvisorInFull => Say();
}
