using VpBot.Explaining.Asking;

namespace VpBot.Tests.Explaining.Asking;

/// <summary>Words of the sample vocabularies that are published with the Snowball algorithms, and words that matter here.</summary>
public sealed class StemTests
{
    [Theory]
    [InlineData("lichaamsziek", "lichaamsziek")]
    [InlineData("lichamelijk", "licham")]
    [InlineData("lichamelijke", "licham")]
    [InlineData("opgingen", "opging")]
    [InlineData("opglimmende", "opglimm")]
    [InlineData("gesprekken", "gesprek")]
    [InlineData("klachten", "klacht")]
    [InlineData("maan", "man")]
    [InlineData("brood", "brod")]
    public void A_Dutch_word_has_the_published_stem(string word, string stem) => Assert.Equal(stem, DutchStem.Of(word));

    [Theory]
    [InlineData("consign", "consign")]
    [InlineData("consigned", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("consolation", "consol")]
    [InlineData("consolingly", "consol")]
    [InlineData("knightly", "knight")]
    [InlineData("knotted", "knot")]
    [InlineData("generously", "generous")]
    [InlineData("complaining", "complain")]
    [InlineData("hoping", "hope")]
    [InlineData("happy", "happi")]
    public void An_English_word_has_the_published_stem(string word, string stem) => Assert.Equal(stem, EnglishStem.Of(word));

    [Theory]
    [InlineData("afspraak", "afpsraak", 1)]
    [InlineData("klacht", "klagt", 2)]
    [InlineData("gesprek", "gespreks", 1)]
    [InlineData("", "ja", 2)]
    public void A_letter_that_is_wrong_missing_or_swapped_is_one_away(string word, string typed, int away) => Assert.Equal(away, Spelling.Distance(word, typed));
}
