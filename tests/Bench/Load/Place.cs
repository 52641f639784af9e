using System.Globalization;
using VpBot.Bench.Measuring;

namespace VpBot.Bench.Load;

/// <summary>A bot with its own employers, advisors and people around it.</summary>
internal sealed record Place(string At, Street Street, Measured Bot, Driver Driver, IReadOnlyList<KeyValuePair<string, string>[]>[] Seats) : IAsyncDisposable
{
    public static async Task<Place> OpenAsync(Streets streets, int employers, int advisors, bool history)
    {
        var street = await streets.OpenAsync(employers, advisors);
        var bot = await street.BotAsync();
        var driver = new Driver(street, bot.Address);
        await driver.AdvisorsComeAsync(street.Town.AdvisorCount);
        await driver.BookingsAsync(2, 500_000);
        if (history)
            await History.WriteAsync(Path.Combine(bot.Folder, "vpbot.db"), street.Town);
        var at = string.Create(CultureInfo.InvariantCulture, $"{street.Town.EmployerCount:N0}, {street.Town.AdvisorCount:N0}{(history ? ", one year" : "")}");
        return new(at, street, bot, driver, await driver.SeatsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Driver.Dispose();
        await Bot.DisposeAsync();
        await Street.DisposeAsync();
    }
}
