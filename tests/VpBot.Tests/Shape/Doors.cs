using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Language;
using VpBot.Packaging;
using VpBot.Playground;
using VpBot.Register;
using VpBot.Room;
using VpBot.Running;
using VpBot.Storage;
using VpBot.Teams;

namespace VpBot.Tests.Shape;

/// <summary>The doors of the folders that read settings, opened with the template and some changes to it.</summary>
internal static class Doors
{
    public static readonly IReadOnlyDictionary<string, Action<WebApplicationBuilder>> All = new Dictionary<string, Action<WebApplicationBuilder>>
    {
        ["Running"] = builder => builder.AddRunning(),
        ["Employers"] = builder => builder.AddEmployers(),
        ["Teams"] = builder => builder.AddTeams(),
        ["Language"] = builder => builder.AddLanguage(),
        ["Room"] = builder => builder.AddRoom(),
        ["Appointments"] = builder => builder.AddAppointments(),
        ["Handoffs"] = builder => builder.AddHandoffs(),
        ["Register"] = builder => builder.AddRegister(),
        ["Packaging"] = builder => builder.AddPackaging(),
        ["Storage"] = builder => builder.AddStorage(),
    };

    /// <summary>The sentences with which a door refuses to open; none when it opens.</summary>
    /// <param name="changes">Keys with a new value; null takes the key out, and everything below it.</param>
    public static IReadOnlyList<string> FaultsOf(
        Action<WebApplicationBuilder> open, IReadOnlyDictionary<string, string?> changes, string environment = "Development")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var settings = new ConfigurationBuilder().AddJsonFile(Repository.SettingsTemplate).Build().AsEnumerable()
            .Where(pair => pair.Value is not null && !changes.Keys.Any(key => IsAtOrBelow(pair.Key, key)));
        builder.Configuration.AddInMemoryCollection(settings.Concat(changes.Where(change => change.Value is not null)));
        try
        {
            open(builder);
            return [];
        }
        catch (OptionsValidationException refusal)
        {
            return [.. refusal.Failures];
        }
    }

    private static bool IsAtOrBelow(string key, string changed) =>
        key.Equals(changed, StringComparison.OrdinalIgnoreCase) || key.StartsWith(changed + ":", StringComparison.OrdinalIgnoreCase);
}
