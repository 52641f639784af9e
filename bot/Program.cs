using Microsoft.Extensions.Options;
using VpBot.Aftercare;
using VpBot.Announcing;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Explaining;
using VpBot.Explaining.Reviewing;
using VpBot.Handoffs;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Leaving;
using VpBot.Messages;
using VpBot.Packaging;
using VpBot.Privacy;
using VpBot.Profiles;
using VpBot.Register;
using VpBot.Room;
using VpBot.Running;
using VpBot.SoundingBoard;
using VpBot.Storage;
using VpBot.Teams;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Incoming;

try
{
    if (ExposureCommand.IsAsked(args))
        return await ExposureCommand.RunAsync();
    if (TextsCommand.IsAsked(args))
        return await TextsCommand.RunAsync(args);
    var builder = RunningSetup.Create(args);
    builder.AddRunning().AddStorage().AddLanguage().AddEmployers();
    builder.AddTeams().AddRoom();
    builder.AddExplaining().AddIntake().AddAppointments().AddHandoffs();
    builder.AddProfiles().AddSoundingBoard().AddMessages().AddAftercare().AddRegister().AddLeaving();
    builder.AddPackaging().AddPeopleFirst();

    var app = builder.Build();
    if (EmployerVisibleCommand.IsAsked(args))
        return await EmployerVisibleCommand.RunAsync(app.Services);
    if (EmployersCommand.IsAsked(args))
        return await EmployersCommand.RunAsync(app.Services, Console.Out);
    if (CheckCommand.IsAsked(args))
        return await CheckCommand.RunAsync(app.Services, Console.Out);
    if (PackageCommand.IsAsked(args))
        return await PackageCommand.RunAsync(app.Services, args);
    await app.Beside(services => services.GetRequiredService<ChannelAuthentication>().CheckAsync("")).MigrateAsync();
    app.MapRunning().MapTeams().MapRoom().MapAppointments().MapAnnouncing();
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    await StartFaults.PrintAsync(Console.Error, faults);
    return 1;
}
