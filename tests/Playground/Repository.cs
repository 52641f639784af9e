using System.Reflection;

namespace VpBot.Playground;

/// <summary>Where the files lie that the Playground uses as they are: the settings template, its own page and the built bot.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string SettingsTemplate => Path.Combine(Root, "appsettings.template.json");

    public static string Page => Path.Combine(Root, "tests", "Playground", "wwwroot");

    public static string BotProgram => Path.Combine(Root, "bot", "bin", Configuration, "net10.0", "VpBot.dll");

    private static string Configuration =>
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "VpBot.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No VpBot.sln above {start}. Run the Playground from inside the repository.");
    }
}
