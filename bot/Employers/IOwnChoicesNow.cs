namespace VpBot.Employers;

/// <summary>Brings what advisors set themselves to the directory, for a command that runs beside the service and follows nothing.</summary>
public interface IOwnChoicesNow
{
    Task BringAsync(CancellationToken stopping);
}
