namespace VpBot.Browser;

public sealed class ChromiumTests
{
    [Fact]
    public void The_path_that_was_set_goes_before_the_usual_places()
    {
        Assert.Equal("/my/chromium", Chromium.Find("/my/chromium", _ => true));
        Assert.Equal("/usr/bin/chromium", Chromium.Find(null, _ => true));
        Assert.Equal("/usr/bin/chromium-browser", Chromium.Find("", path => path != "/usr/bin/chromium"));
    }

    [Fact]
    public async Task Without_a_browser_a_test_fails_with_one_sentence_that_says_what_to_do()
    {
        Assert.Null(Chromium.Find("/not/there", path => path != "/not/there"));
        Assert.Null(Chromium.Find(null, _ => false));
        await using var none = new Chromium();
        Assert.Equal("Chromium is missing: install it with apt-get install chromium, or set CHROMIUM_PATH.", Assert.Throws<InvalidOperationException>(() => none.Browser).Message);
    }
}
