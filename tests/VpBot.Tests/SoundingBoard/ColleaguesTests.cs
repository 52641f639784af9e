using VpBot.SoundingBoard;
using VpBot.Tests.Shape;

namespace VpBot.Tests.SoundingBoard;

/// <summary>Who can be asked along, by whom.</summary>
public sealed class ColleaguesTests
{
    [Theory]
    [InlineData("marijke", "sanne amir")]
    [InlineData("sanne", "amir")]
    [InlineData("amir", "sanne")]
    [InlineData("joris", "")]
    public void Only_colleagues_at_the_provider_who_are_not_on_the_other_side_are_asked(string self, string colleagues) =>
        Assert.Equal(colleagues, string.Join(' ', Colleagues.Of(Template.Directory.Advisor(self)!, Template.Directory).Select(other => other.Id)));
}
