using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using VpBot.Employers;
using VpBot.Playground;

namespace VpBot.Tests.Shape;

/// <summary>The settings template, as configuration and as JSON, and the employer that its examples are about.</summary>
internal static class Template
{
    public static IConfiguration Settings { get; } = new ConfigurationBuilder().AddJsonFile(Repository.SettingsTemplate).Build();

    public static JsonObject Json { get; } = JsonNode.Parse(File.ReadAllText(Repository.SettingsTemplate))!.AsObject();

    public static EmployerDirectory Directory { get; } = ReadDirectory();

    public static Employer Duinrand => Directory.ByKey("duinrand")!;

    /// <summary>One that no other test changes.</summary>
    public static EmployerDirectory ReadDirectory() => new EmployerReading(
        Settings.GetSection("Provider").Get<ProviderSettings>()!,
        Settings.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>()!).Read()!;
}
