using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Browser.Support;

/// <summary>A Playground with its bot, and the browser to look at both. Every visitor is a context of their own.</summary>
public class House(Chromium chromium) : IAsyncLifetime
{
    public const float Patience = 15_000;
    private readonly ConcurrentBag<IBrowserContext> _visitors = [];
    private PlaygroundServer? _playground;

    public PlaygroundServer Playground => _playground ?? throw new InvalidOperationException("The Playground was not started.");

    public Uri Bot => Playground.Bot!.Address;

    /// <summary>The consultation hour that Marijke holds all day today, so that a test can walk through it; late in the evening it is over.</summary>
    public static bool HoldsConsultationNow => AmsterdamNow.Hour < 23;

    private static DateTime AmsterdamNow => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Amsterdam").DateTime;

    public async ValueTask InitializeAsync() =>
        _playground = await PlaygroundServer.StartAsync(new() { BotStartBudget = TimeSpan.FromSeconds(40), ExtraEnvironment = Settings });

    protected virtual Dictionary<string, string> Settings => ConsultationToday();

    private static Dictionary<string, string> ConsultationToday()
    {
        const string duinrand = "Employers__duinrand__", calendar = $"{duinrand}Advisors__marijke__Calendar__", hour = $"{calendar}ConsultationHours__0__";
        var today = AmsterdamNow;
        return new()
        {
            // The same employee walks every way of a class.
            ["Appointments__MostOpenTalks"] = "100",
            [$"{hour}Day"] = today.DayOfWeek.ToString(),
            [$"{hour}Hours"] = "00:00-23:59",
            // Also on a public holiday, and on the employer's closed day of the template.
            [$"{calendar}Exceptions__0__Date"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [$"{calendar}Exceptions__0__Hours__0"] = "00:00-23:59",
            [$"{duinrand}ClosedDays__0"] = "2000-01-01",
        };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_playground is not null)
            await _playground.DisposeAsync();
    }

    /// <summary>A fresh browser: nothing of an earlier visit is in it.</summary>
    public async Task<IBrowserContext> BrowserAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale ??= "nl-NL";
        var context = await chromium.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        _visitors.Add(context);
        return context;
    }

    /// <summary>Closes every browser that was opened here.</summary>
    public async Task EverybodyLeavesAsync()
    {
        while (_visitors.TryTake(out var visitor))
            await visitor.CloseAsync();
    }

    public async Task<IPage> PageAsync(BrowserNewContextOptions? options = null) => await (await BrowserAsync(options)).NewPageAsync();

    /// <summary>Someone before the Playground page, as a person who tries it.</summary>
    public async Task<PlaygroundPage> PlaygroundPageAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new() { ViewportSize = new() { Width = 1440, Height = 900 } };
        var page = await PageAsync(options);
        await page.GotoAsync(Playground.Address.ToString());
        return new(page);
    }

    /// <summary>The address that Teams gets for its dialog, after a real press in Teams.</summary>
    public async Task<string> DialogAddressAsync(Person person, string open = "room", string language = "nl", string theme = "default")
    {
        var data = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = open, ["lang"] = language };
        var answer = await Playground.Teams.PressAsync(person, data, theme);
        return answer.Dialog?.ToString() ?? throw new InvalidOperationException($"Teams got no dialog: {answer.Raw}");
    }

    /// <summary>The room as it opens from Teams, in a tab of its own.</summary>
    public async Task<Room> RoomAsync(Person? person = null, string language = "nl", string theme = "default", string open = "room", BrowserNewContextOptions? options = null)
    {
        var page = await PageAsync(options);
        await page.GotoAsync(await DialogAddressAsync(person ?? Playground.People.Noor, open, language, theme));
        return await Room.InAsync(page);
    }

    /// <summary>The room as it opens from the address on the poster.</summary>
    public async Task<Room> OwnPhoneAsync(string language = "nl", BrowserNewContextOptions? options = null)
    {
        var page = await PageAsync(options);
        await page.GotoAsync(new Uri(Bot, "/open/duinrand").ToString());
        await page.Locator($"button[name=tongue][value={language}]").ClickAsync();
        return await Room.InAsync(page);
    }
}
