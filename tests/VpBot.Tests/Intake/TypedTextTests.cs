using VpBot.Intake;

namespace VpBot.Tests.Intake;

/// <summary>What people type is taken as they type it, as long as an advisor can use it.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("0612345678", "0612345678")]
    [InlineData(" 06 12 34 56 78 ", "06 12 34 56 78")]
    [InlineData("+31 (0)6-12345678", "+31 (0)6-12345678")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void A_number_is_kept_in_its_own_groups_and_nothing_is_an_answer_too(string typed, string kept) =>
        Assert.Equal(kept, PhoneNumber.Read(typed));

    [Theory]
    [InlineData("1234567")]
    [InlineData("1234567890123456")]
    [InlineData("06 12 34 56 7x")]
    [InlineData("06+12345678")]
    [InlineData("bel mij")]
    [InlineData("\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668")]
    [InlineData("<script>06 12345678")]
    public void What_cannot_be_called_is_not_a_number(string typed) => Assert.Null(PhoneNumber.Read(typed));

    [Theory]
    [InlineData("Robin", "Robin")]
    [InlineData("  Robin   van  der Zee ", "Robin van der Zee")]
    [InlineData("Ro\tbin\r\nX", "Ro bin X")]
    [InlineData("Ro\u202Enibor\u200B", "Ronibor")]
    [InlineData("Ro\u0000bin", "Robin")]
    [InlineData("José 李", "José 李")]
    [InlineData("", "")]
    public void A_name_is_one_line_without_what_cannot_be_seen(string typed, string kept) => Assert.Equal(kept, PlainText.Read(typed, 40));

    [Fact]
    public void A_name_is_measured_as_people_count_letters()
    {
        Assert.NotNull(PlainText.Read(string.Concat(Enumerable.Repeat("é", 40)), 40));
        Assert.NotNull(PlainText.Read(string.Concat(Enumerable.Repeat("e\u0301", 40)), 40));
        Assert.Null(PlainText.Read(new string('a', 41), 40));
        Assert.Null(PlainText.Read("a" + new string('\u0301', 400), 40));
    }
}
