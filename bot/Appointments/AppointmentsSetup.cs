using Microsoft.Extensions.Options;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Appointments.ConsultationHours;
using VpBot.Appointments.Watching;
using VpBot.Conversation;
using VpBot.Storage;
using VpBot.Storage.Direct;

namespace VpBot.Appointments;

public static class AppointmentsSetup
{
    /// <summary>Free time, holding, booking, and what becomes of an appointment.</summary>
    public static WebApplicationBuilder AddAppointments(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Appointments").Get<AppointmentsSettings>() ?? new();
        var retention = builder.Configuration.GetSection("Retention").Get<RetentionSettings>() ?? new();
        var faults = Faults(settings, retention).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Appointments", typeof(AppointmentsSettings), faults);
        builder.Services.AddSingleton(settings).AddSingleton(retention);
        builder.Services.AddSingleton(services => new BuiltInCalendar(services.GetRequiredService<IEngine>())).AddSingleton<ICalendar, EveryCalendar>().AddSingleton<CodeGuessing>();
        builder.Services.AddSingleton(services => new Holds(services.GetRequiredService<IEngine>(), services.GetRequiredService<GroupCommit>()));
        builder.Services.AddSingleton(services => new OpenTalks(services.GetRequiredService<IEngine>(), settings, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<AppointmentBook>().AddSingleton<TalkDepartures>().AddSingleton<TalkChanges>().AddSingleton<TalkProposals>();
        builder.Services.AddSingleton<ICarrier, Arranging>().AddSingleton<ICarrier, ArrangementUndoing>();
        builder.Services.AddSingleton<IGoal, MyAppointment>();
        builder.Services.AddSingleton<IForgetful, AppointmentsForgetting>();
        builder.Services.AddWatching();
        return builder.AddConsultationHours().AddGraphCalendar();
    }

    public static WebApplication MapAppointments(this WebApplication app)
    {
        app.MapWatching();
        return app;
    }

    private static IEnumerable<string> Faults(AppointmentsSettings settings, RetentionSettings retention)
    {
        if (settings.HoldLifetime < TimeSpan.FromMinutes(2) || settings.HoldLifetime > TimeSpan.FromHours(1))
            yield return "Appointments:HoldLifetime must lie between 00:02:00 and 01:00:00.";
        if (settings.HoldAtMost < settings.HoldLifetime || settings.HoldAtMost > TimeSpan.FromHours(2))
            yield return "Appointments:HoldAtMost must lie between Appointments:HoldLifetime and 02:00:00.";
        if (settings.MostOpenTalks is < 1 or > 100)
            yield return "Appointments:MostOpenTalks must lie between 1 and 100.";
        if (retention.UnacceptedRequest < TimeSpan.FromDays(1) || retention.UnacceptedRequest > TimeSpan.FromDays(60))
            yield return "Retention:UnacceptedRequest must lie between 1 and 60 days.";
        if (retention.AfterTalk < TimeSpan.FromHours(1) || retention.AfterTalk > TimeSpan.FromDays(60))
            yield return "Retention:AfterTalk must lie between one hour and 60 days.";
        if (retention.AfterAftercare < TimeSpan.FromDays(1) || retention.AfterAftercare > TimeSpan.FromDays(30))
            yield return "Retention:AfterAftercare must lie between 1 and 30 days.";
        if (retention.AfterClosing < TimeSpan.FromHours(1) || retention.AfterClosing > TimeSpan.FromDays(60))
            yield return "Retention:AfterClosing must lie between one hour and 60 days.";
    }
}
