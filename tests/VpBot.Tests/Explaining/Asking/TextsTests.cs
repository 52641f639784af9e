using VpBot.Explaining.Reviewing;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Explaining.Asking;

/// <summary>One document holds every text, so that whoever reviews it has seen everything that the product can say.</summary>
public sealed class TextsTests
{
    private static readonly string Bot = Path.Combine(Repository.Root, "bot");

    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public void Every_file_with_words_is_in_the_document(string code)
    {
        var document = TextsCommand.Document(Tongue.Of(code));

        Assert.All(Files(code), file => Assert.Contains($"`{file}`", document, StringComparison.Ordinal));
        Assert.All(ReviewedText.All(Tongue.Of(code)), text => Assert.True(File.Exists(Path.Combine(Repository.Root, text.File)), text.File));
    }

    [Theory]
    [MemberData(nameof(Tongues))]
    public void Every_phrase_is_in_the_document(string code)
    {
        var document = TextsCommand.Document(Tongue.Of(code));

        Assert.All(PhraseWalk.Types, type => Assert.All(Phrases.Load(type, Tongue.Of(code)), phrase => Assert.Contains($"{phrase.Value.Replace("\n", " / ", StringComparison.Ordinal)} `{phrase.Key}`", document, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nl", "Een vertrouwenspersoon luistert, denkt met je mee en staat naast je.", "reading ease")]
    [InlineData("en", "A confidential advisor listens, thinks along and stands beside you.", "draft, confidential advisor, 2026-11-23")]
    public void The_document_says_the_words_their_review_and_how_plain_they_are(string code, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, TextsCommand.Document(Tongue.Of(code)), StringComparison.Ordinal));

    private static IEnumerable<string> Files(string code) =>
        Directory.EnumerateFiles(Bot, $"*.{code}.json", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Bot, "*.md", SearchOption.AllDirectories).Where(file => file.Contains($"/Content/{code}/", StringComparison.Ordinal) || file.EndsWith($"-{code}.md", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("bot/bin/", StringComparison.Ordinal) && !file.StartsWith("bot/obj/", StringComparison.Ordinal));
}
