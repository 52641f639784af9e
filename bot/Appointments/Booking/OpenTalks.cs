using System.Globalization;
using VpBot.Employers;
using VpBot.Storage.Direct;

namespace VpBot.Appointments.Booking;

/// <summary>How many talks of somebody from Teams are still to come. Everybody who asks for a talk is counted twice, so it is one plain look.</summary>
public sealed class OpenTalks
{
    private static readonly string Count = $"""
        SELECT COUNT(*) FROM "Appointments"
        WHERE "Employer" = $1 AND "Person" = $2 AND "ForgetAt" > $3 AND "StartsAt" + "Minutes" * 60000 > $3 AND "State" IN ({Standing()})
        """;

    private readonly IEngine _engine;
    private readonly AppointmentsSettings _settings;
    private readonly TimeProvider _clock;

    internal OpenTalks(IEngine engine, AppointmentsSettings settings, TimeProvider clock) => (_engine, _settings, _clock) = (engine, settings, clock);

    /// <summary>Whether they are as many as can be.</summary>
    public async ValueTask<bool> AreAsManyAsCanBeAsync(Employer employer, string person)
    {
        var count = await _engine.FindAsync(
            new Statement(Count, employer.Key, person, _clock.GetUtcNow().ToUnixTimeMilliseconds()), static row => (object)row.GetInt64(0), CancellationToken.None);
        return (long)count! >= _settings.MostOpenTalks;
    }

    private static string Standing() =>
        string.Join(", ", Enum.GetValues<AppointmentState>().Where(TalkChanges.Stands).Select(state => ((int)state).ToString(CultureInfo.InvariantCulture)));
}
