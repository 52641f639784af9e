namespace VpBot.Employers.Files;

/// <summary>
/// <c>dotnet run --project bot -- employers</c>: reads the settings and the folder as the service would, and says who would be served. A
/// fault is printed as at the start, with its file, its line and what to change.
/// </summary>
public static class EmployersCommand
{
    public static bool IsAsked(string[] args) => args is ["employers"];

    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        var directory = services.GetRequiredService<EmployerDirectory>();
        foreach (var employer in directory.Employers.OrderBy(employer => employer.Key, StringComparer.Ordinal))
        {
            var advisors = employer.Advisors.ToLookup(advisor => advisor.Side);
            var off = Enum.GetValues<Capability>().Where(capability => !employer.Offers(capability)).ToList();
            await output.WriteLineAsync(
                $"{employer.Key}: {advisors[Side.External].Count()} external, {advisors[Side.Internal].Count()} internal, {(off.Count == 0 ? "everything on" : $"without {string.Join(", ", off)}")}{(directory.InFiles.Contains(employer.Key) ? "" : ", in the settings")}");
        }

        foreach (var key in directory.Leaving.Keys.Order(StringComparer.Ordinal))
            await output.WriteLineAsync($"{key}: removed, its doors are closed");
        return 0;
    }
}
