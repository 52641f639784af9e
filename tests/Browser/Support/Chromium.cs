[assembly: AssemblyFixture(typeof(Chromium))]

namespace VpBot.Browser.Support;

/// <summary>The Chromium that is on this machine, one for the whole run. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Missing = "Chromium is missing: install it with apt-get install chromium, or set CHROMIUM_PATH.";

    private static readonly string[] UsualPlaces =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/opt/google/chrome/chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // A window draws nothing but the page: no interface of the browser in processes of its own.
        "--disable-features=PreloadTopChromeWebUI,InitialWebUI,WebUIReloadButton,WebUITabStrip,HttpsUpgrades,Translate,OptimizationHints,MediaRouter,PaintHolding",
        // No name is looked up at all: whatever a page asks for elsewhere fails, and is found among the requests.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException(Missing);

    /// <summary>The path that was set, when it is there; else the first usual place; null when there is none.</summary>
    public static string? Find(string? set, Func<string, bool> exists) =>
        string.IsNullOrEmpty(set) ? UsualPlaces.FirstOrDefault(exists) : exists(set) ? set : null;

    public async ValueTask InitializeAsync()
    {
        // A fixture that fails would bury the one sentence; the tests say it when they ask for the browser.
        if (Find(Environment.GetEnvironmentVariable("CHROMIUM_PATH"), File.Exists) is not { } path)
            return;
        SetDefaultExpectTimeout(House.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
