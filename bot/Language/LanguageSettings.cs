namespace VpBot.Language;

public sealed class LanguageSettings
{
    /// <summary>Languages that a machine translated and nobody reviewed, by their code. Off until they are named here.</summary>
    public List<string> Unreviewed { get; set; } = [];

    /// <summary>A folder with languages of the provider's own, each a folder; empty for none.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A folder with texts that the provider changed, a folder for each employer; empty for none.</summary>
    public string OwnTexts { get; set; } = "";

    /// <summary>How often every instance looks into that folder: a mounted volume does not always tell of a change.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);
}
