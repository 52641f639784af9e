namespace VpBot.Language;

/// <summary>
/// What stands above a written page: a name and a value on each line. Whoever judges a page and whoever shows it read it here, so that a
/// page that was taken can be shown.
/// </summary>
internal static class FrontMatter
{
    /// <summary>A line without a colon says nothing; of a name that comes twice, the first holds.</summary>
    public static Dictionary<string, string> Read(string front) =>
        front.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0].Trim()).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
}
