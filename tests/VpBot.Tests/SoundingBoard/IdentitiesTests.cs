using VpBot.SoundingBoard;
using VpBot.Tests.Shape;

namespace VpBot.Tests.SoundingBoard;

/// <summary>What looks like an identity is refused. What is not known to anybody here cannot be: the page says so.</summary>
public sealed class IdentitiesTests
{
    private static readonly Identities Known = new(Template.Directory);

    [Theory]
    [InlineData("Bel me op 06 12 34 56 78")]
    [InlineData("personeelsnummer 0061-2345")]
    [InlineData("+31(0)612345678")]
    [InlineData("schrijf naar n.denkbeeld@duinrand.example")]
    [InlineData("schrijf naar n.denkbeeld @ post")]
    [InlineData("zie https://intranet/zaak")]
    [InlineData("Het speelt bij Gemeente Duinrand.")]
    [InlineData("het speelt bij duinrand")]
    [InlineData("bij de stichting Windhoek")]
    [InlineData("Windhoeks beleid")]
    [InlineData("Bureau Luwte weet het")]
    [InlineData("Marijke heeft al gebeld")]
    [InlineData("marijke's agenda")]
    [InlineData("MARIJKE PROEF")]
    [InlineData("mevrouw Proef heeft al gebeld")]
    [InlineData("márijke heeft al gebeld")]
    [InlineData("hij klaagt over het hoofd HR")]
    [InlineData("the head of HR said so")]
    [InlineData("onze directeur zegt van niet")]
    public void An_obvious_identity_is_found(string text) => Assert.True(Known.AreIn(text));

    [Theory]
    [InlineData("Iemand durft niet meer te komen. Hoe begin ik het gesprek?")]
    [InlineData("Bijvoorbeeld een proef van drie weken, in 2027.")]
    [InlineData("Het duurt al 14 dagen, van 9 tot 12 uur.")]
    [InlineData("Somebody would rather not go to HR. What then?")]
    public void Ordinary_words_are_let_through(string text) => Assert.False(Known.AreIn(text));

    [Fact]
    public void A_first_name_of_nobody_here_is_not_known() => Assert.False(Known.AreIn("Robin heeft al gebeld"));
}
