namespace VpBot.Language;

/// <summary>Reads the languages that are switched on, and says in sentences what is wrong with them.</summary>
internal sealed class LanguageReading(LanguageSettings settings, string root)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public Spoken Read()
    {
        if (settings.LookEvery < TimeSpan.FromSeconds(1) || settings.LookEvery > TimeSpan.FromMinutes(5))
            _faults.Add("Language:LookEvery must lie between 00:00:01 and 00:05:00.");
        var found = FoundLanguages.Within.ToList();
        if (FolderOf(settings.Folder, "Folder") is { } folder)
            found.AddRange(FoundLanguages.In(folder).Where(tongue => found.All(known => known.Code != tongue.Code)));
        var unreviewed = new List<Tongue>();
        foreach (var code in settings.Unreviewed.Distinct())
        {
            if (found.FirstOrDefault(tongue => tongue.Code == code) is { } tongue)
                unreviewed.Add(tongue);
            else if (Tongue.All.All(reviewed => reviewed.Code != code))
                _faults.Add($"Language:Unreviewed names \"{code}\", and there is no such language. Choose from: {string.Join(", ", found)}.");
        }

        foreach (var tongue in unreviewed)
            _faults.AddRange(TextFaults.Of(tongue));
        if (FolderOf(settings.OwnTexts, "OwnTexts") is not { } own)
            return new(unreviewed, new Dictionary<(string, string), OwnWording>());
        var texts = new OwnTexts(own, [.. Tongue.All, .. unreviewed]);
        var wording = texts.Read();
        _faults.AddRange(texts.Faults);
        return new(unreviewed, wording);
    }

    private string? FolderOf(string named, string setting)
    {
        if (named.Length == 0)
            return null;
        var folder = Path.GetFullPath(named, root);
        if (Directory.Exists(folder))
            return folder;
        _faults.Add($"Language:{setting} names the folder {named}, and it is not there.");
        return null;
    }
}
