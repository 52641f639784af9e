using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Intake;

/// <summary>An advisor as employees see them, so that they can judge who fits and who is independent.</summary>
internal static class Profile
{
    public static Option Of(Advisor advisor, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        var appointments = setting.Words<AppointmentsPhrases>();
        return new Option(advisor.Id, advisor.Name, advisor.About.In(setting.Tongue),
        [
            new(words.ProfileSide, words.SideOf(advisor.Side)),
            new(words.ProfileCertificate, advisor.Certificate.In(setting.Tongue)),
            new(words.ProfileRoles, advisor.OtherRoles.In(setting.Tongue)),
            new(words.ProfileLanguages, string.Join(", ", advisor.Languages.Select(tongue => tongue.OwnName))),
            new(words.ProfileWays, string.Join(", ", advisor.Ways.Select(appointments.Way))),
            new(words.ProfileResponds, AppointmentLines.Span(advisor.RespondsWithin, appointments)),
            .. Away(advisor, setting, words),
        ])
        {
            Portrait = setting.AsCards ? null : Portrait(advisor, words),
        };
    }

    private static Portrait? Portrait(Advisor advisor, IntakePhrases words) => advisor.Photo is { } photo
        ? new Portrait(words.PhotoOf(advisor.Name), photo.Source, photo.Shown.Width, photo.Shown.Height)
        : null;

    /// <summary>An absence within the days that can be booked.</summary>
    private static IEnumerable<Line> Away(Advisor advisor, Setting setting, IntakePhrases words)
    {
        var today = AmsterdamTime.DayOf(setting.Now);
        return advisor.Hours.Absences.Where(absence => absence.Until >= today && absence.From <= today.AddDays(advisor.Hours.FurthestDay))
            .Select(absence => new Line(words.ProfileAway, words.AwayFromUntil(Say(absence.From, setting), Say(absence.Until, setting))));
    }

    private static string Say(DateOnly day, Setting setting) => day.ToString("d MMMM", setting.Tongue.Culture);
}
