namespace VpBot.Employers.Files;

/// <summary>Where employers stand: in the settings, which are read once, and in the folder, which is read again.</summary>
internal sealed class EmployerSources(ProviderSettings provider, IReadOnlyDictionary<string, EmployerSettings> settings, EmployerFolderSettings folder)
{
    /// <inheritdoc cref="EmployerFiles.Read"/>
    public EmployerFiles ReadFiles(string known = "") => folder.Path.Length == 0 ? EmployerFiles.None : EmployerFiles.Read(folder.Path, known);

    /// <inheritdoc cref="EmployerFiles.Glance"/>
    public string Glance() => EmployerFiles.Glance(folder.Path);

    public EmployerReading Read(EmployerFiles files) => new(provider, settings, files);

    /// <summary>
    /// What holds from now on, or the sentences that say why not. Whoever was served from a file stays served until a file says
    /// otherwise: a file that is missing is a fault, because a volume that is not mounted looks the same.
    /// </summary>
    public (Served? Served, IReadOnlyList<string> Faults) ReadAgain(EmployerFiles files, IReadOnlySet<string> servedFromFiles)
    {
        var reading = Read(files);
        var served = reading.ReadServed();
        List<string> gone = [.. servedFromFiles.Where(key => !files.Employers.ContainsKey(key) && !settings.ContainsKey(key)).Order(StringComparer.Ordinal)
            .Select(key => $"{key}.json is gone. Put it back; when this employer leaves, write \"Removed\": \"{key}\" in it.")];
        return gone.Count > 0 ? (null, [.. reading.Faults, .. gone]) : (served, reading.Faults);
    }
}
