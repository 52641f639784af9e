namespace VpBot.Privacy;

public static class ExposureCommand
{
    /// <summary><c>dotnet run --project bot -- exposure</c> prints the register as the table of <c>docs/threat-model.md</c>.</summary>
    public static bool IsAsked(string[] args) => args is ["exposure"];

    public static async Task<int> RunAsync()
    {
        await Console.Out.WriteAsync(ExposureText.Table());
        return 0;
    }
}
