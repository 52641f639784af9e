using VpBot.Employers.Photos;

namespace VpBot.Employers;

/// <summary>An advisor as written in the settings, to be read again with what they set themselves at the desk.</summary>
/// <param name="At">Where this advisor stands in the settings.</param>
public sealed record AdvisorSource(string Id, Side Side, string TenantId, AdvisorSettings Settings, List<DateOnly> ClosedDays, string At)
{
    /// <summary>The advisor with their own settings, by the rules of the settings; null where a rule forbids it.</summary>
    public Advisor? With(OwnChoices own)
    {
        var faults = new SettingFaults();
        var advisor = new AdvisorReading(faults).Read(this with { Settings = own.Over(Settings) });
        var kept = own.Kept is { } day ? new KeptConsultations(day.Date, new ConsultationReading(faults).Read(day.Hours, Settings.Ways, At)) : null;
        Photo? photo = null;
        var readable = own.Photo is null || Photo.Read(own.Photo, out photo) is null;
        return faults.Count == 0 && readable ? advisor with { Hours = advisor.Hours with { KeptConsultations = kept }, Photo = photo } : null;
    }
}
