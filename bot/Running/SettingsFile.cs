using Microsoft.Extensions.Configuration.Json;

namespace VpBot.Running;

/// <summary>
/// A settings file that knows what stands under each key. The framework's own looks through the whole file for every section that is
/// read: with ten thousand employers in it, that is a file of fifty thousand lines, read forty thousand times.
/// </summary>
internal class SettingsFile(JsonConfigurationSource source) : JsonConfigurationProvider(source)
{
    private Dictionary<string, List<string>> _under = [];

    public override void Load(Stream stream)
    {
        base.Load(stream);
        var under = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in Data.Keys)
        {
            for (var path = key; known.Add(path);)
            {
                var parent = ConfigurationPath.GetParentPath(path) ?? "";
                (under.TryGetValue(parent, out var names) ? names : under[parent] = []).Add(ConfigurationPath.GetSectionKey(path));
                if (parent.Length == 0)
                    break;
                path = parent;
            }
        }

        _under = under;
    }

    /// <summary>In the framework's order: numbers by their worth, names by the alphabet.</summary>
    public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
    {
        List<string> keys = [.. _under.GetValueOrDefault(parentPath ?? "", []), .. earlierKeys];
        keys.Sort(ConfigurationKeyComparer.Instance);
        return keys;
    }
}

internal sealed class SettingsFileSource : JsonConfigurationSource
{
    public override IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        EnsureDefaults(builder);
        return new SettingsFile(this);
    }

    /// <summary>Takes the place of every file that the framework would read in its own way.</summary>
    public static void TakeOver(IConfigurationBuilder configuration)
    {
        for (var which = 0; which < configuration.Sources.Count; which++)
        {
            if (configuration.Sources[which] is JsonConfigurationSource { Path: { } path } source and not SettingsFileSource && source.FileProvider?.GetFileInfo(path).Exists == true)
                configuration.Sources[which] = new SettingsFileSource { FileProvider = source.FileProvider, Path = path, Optional = source.Optional, ReloadOnChange = false };
        }
    }
}
