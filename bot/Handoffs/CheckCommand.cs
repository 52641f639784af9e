using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>
/// <c>dotnet run --project bot -- check</c>: would a handoff arrive right now? One line for each advisor, by the key in the settings.
/// It sends nothing to anybody and changes nothing.
/// </summary>
public static class CheckCommand
{
    public static bool IsAsked(string[] args) => args is ["check"];

    /// <returns>0 only when every advisor can be reached.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        // The key ring of the running program is read, and never added to.
        services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.AutoGenerateKeys = false;
        if (!await IsOursAsync(services))
        {
            await output.WriteLineAsync("no   The database does not answer, or is not one of this version. Start the program once, then check again.");
            return 1;
        }

        await services.GetRequiredService<IOwnChoicesNow>().BringAsync(CancellationToken.None);
        var advisors = services.GetRequiredService<EmployerDirectory>().Advisors.OrderBy(advisor => advisor.Id, StringComparer.Ordinal).ToList();
        var width = advisors.Max(advisor => advisor.Id.Length);
        var isEverybody = true;
        foreach (var advisor in advisors)
        {
            var faults = await FaultsAsync(services, advisor);
            isEverybody &= faults.Count == 0;
            await output.WriteLineAsync($"{advisor.Id.PadRight(width)}  {(faults.Count == 0 ? "yes" : $"no   {string.Join(' ', faults)}")}");
        }

        return isEverybody ? 0 : 1;
    }

    private static async Task<bool> IsOursAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContextAsync();
        return await db.Database.CanConnectAsync() && !(await db.Database.GetPendingMigrationsAsync()).Any();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IServiceProvider services, Advisor advisor)
    {
        string?[] faults =
        [
            advisor.Hours.Week.Values.Any(day => day.Count > 0) || advisor.Hours.Exceptions.Values.Any(day => day.Count > 0)
                ? null : "No hours are set: write Calendar:Hours, or let them set their hours at the desk.",
            OfChat(await services.GetRequiredService<IAdvisorReach>().AskAsync(advisor, CancellationToken.None)),
            advisor is ExternalAdvisor { Mailbox: not null } external ? await OfMailboxAsync(services, external) : null,
        ];
        return [.. faults.OfType<string>()];
    }

    private static string? OfChat(Reach reach) => reach switch
    {
        Reach.Open => null,
        Reach.NoConversation => "We have no chat with them: install the app for them, or let them type a line to the bot.",
        Reach.NotInstalled => "Teams refuses their chat: install the app for them again, and look whether they blocked it.",
        Reach.NoToken => "The bot gets no token for Teams: look at Teams:ManagedIdentityClientId and the managed identity of this host.",
        Reach.Silent => "Teams does not answer: look at the network and at the bot's registration, then check again.",
        _ => throw new InvalidOperationException($"{reach} is no answer."),
    };

    private static async Task<string?> OfMailboxAsync(IServiceProvider services, ExternalAdvisor advisor)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var busy = await services.GetRequiredService<RememberedMailbox>().BusyAfreshAsync([advisor], now, now.AddDays(1), CancellationToken.None);
        return busy[advisor.Id] switch
        {
            Appointments.Calendars.Busy.Known => null,
            Appointments.Calendars.Busy.Unknown { Fault: Appointments.CalendarFault.NoAnswer } => "Microsoft Graph does not answer for their mailbox: look at the network and the managed identity, then check again.",
            Appointments.Calendars.Busy.Unknown { Fault: Appointments.CalendarFault.Refused } => "Microsoft Graph refuses their mailbox: look at Mailbox, and at the role Application Calendars.ReadWrite for it.",
            _ => "Microsoft Graph gave an answer that is none for their mailbox: check again, and look at Graph:Address.",
        };
    }
}
