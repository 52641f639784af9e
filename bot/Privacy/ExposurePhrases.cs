using VpBot.Language;

namespace VpBot.Privacy;

/// <summary>The register in words. Every surface has a title, what it holds, and the rule that minimises it.</summary>
[Fixed]
[ToCheck(Checker.Lawyer)]
public sealed class ExposurePhrases : Phrases
{
    public string Title(Surface surface) => Each(surface);
    public string Holds(Surface surface) => Each(surface);
    public string Rule(Surface surface) => Each(surface);
    public string Looker(Looker looker) => Each(looker);
    public string Kept(Kept kept) => Each(kept);
    public string Certainty(Certainty certainty) => Each(certainty);
    public string WhoLooks(string lookers) => With(lookers);
    public string HowLong(string kept) => With(kept);
}
