using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using VpBot.Playground;

namespace VpBot.Tests.Infra;

/// <summary>The real compiler, from its package. It knows the shape of every resource, and needs no Azure.</summary>
internal static class Bicep
{
    public static readonly string Folder = Path.Combine(Repository.Root, "infra");

    private static readonly Lazy<Task<JsonObject>> Main = new(() => CompileAsync("build", "main.bicep"));

    /// <summary>The whole of <c>main.bicep</c> with its modules, as Azure gets it.</summary>
    public static Task<JsonObject> MainAsync() => Main.Value;

    public static Task<JsonObject> ParametersAsync(string environment) => CompileAsync("build-params", Path.Combine("environments", environment + ".bicepparam"));

    /// <summary>Every resource that is made, in every module; what is only named is left out.</summary>
    public static IEnumerable<JsonObject> Resources(JsonObject template) =>
        Listed(template["resources"]).Where(resource => resource["existing"]?.GetValue<bool>() != true).SelectMany(resource =>
            resource["properties"]?["template"] is JsonObject module && resource["type"]!.GetValue<string>() == "Microsoft.Resources/deployments"
                ? Resources(module)
                : [resource]);

    public static JsonObject One(JsonObject template, string type) => Assert.Single(Resources(template), resource => resource["type"]!.GetValue<string>() == type);

    private static IEnumerable<JsonObject> Listed(JsonNode? resources) => resources switch
    {
        JsonArray list => list.Select(item => item!.AsObject()),
        JsonObject named => named.Select(item => item.Value!.AsObject()),
        _ => [],
    };

    /// <summary>A warning is a fault, as in the program itself.</summary>
    private static async Task<JsonObject> CompileAsync(string verb, string file)
    {
        var tool = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Bicep").Value!;
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(tool), "The Bicep compiler of this machine's kind is not among the packages.");
        var start = new ProcessStartInfo(tool, [verb, file, "--stdout"]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VPBOT_DATABASE_PASSWORD"] = "only-for-this-test";
        using var compiler = Process.Start(start)!;
        var complaints = compiler.StandardError.ReadToEndAsync();
        var json = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        Assert.Equal("", await complaints);
        return JsonNode.Parse(json)!.AsObject();
    }
}
