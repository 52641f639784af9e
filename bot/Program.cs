using Microsoft.Extensions.Options;
using VpBot.Announcing;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Handoffs;
using VpBot.Intake;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Running;
using VpBot.Storage;
using VpBot.Teams;
using VpBot.Teams.Catalogue;

try
{
    if (ExposureCommand.IsAsked(args))
        return await ExposureCommand.RunAsync();
    var builder = RunningSetup.Create(args);
    builder.AddRunning().AddStorage().AddEmployers();
    builder.AddTeams().AddRoom();
    builder.AddExplaining().AddIntake().AddAppointments().AddHandoffs();

    var app = builder.Build();
    if (EmployerVisibleCommand.IsAsked(args))
        return await EmployerVisibleCommand.RunAsync(app.Services);
    await app.MigrateAsync();
    app.MapRunning().MapTeams().MapRoom().MapAppointments().MapAnnouncing();
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    await StartFaults.PrintAsync(Console.Error, faults);
    return 1;
}
