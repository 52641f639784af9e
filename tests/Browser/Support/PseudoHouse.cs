using VpBot.Tests.Shape;

namespace VpBot.Browser.Support;

/// <summary>A Playground whose provider switched on two languages of a folder: words that nobody speaks, in both directions.</summary>
public sealed class PseudoHouse : House, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vpbot-pseudo").FullName;

    public PseudoHouse(Chromium chromium) : base(chromium) => PseudoLanguage.WriteTo(_folder);

    protected override Dictionary<string, string> Settings => new(base.Settings)
    {
        ["Language__Folder"] = _folder,
        ["Language__Unreviewed__0"] = PseudoLanguage.LeftToRight,
        ["Language__Unreviewed__1"] = PseudoLanguage.RightToLeft,
    };

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
