using Microsoft.Extensions.Options;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Handoffs;
using VpBot.Intake;
using VpBot.Packaging;
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
    builder.AddPackaging();

    var app = builder.Build();
    if (EmployerVisibleCommand.IsAsked(args))
        return await EmployerVisibleCommand.RunAsync(app.Services);
    if (PackageCommand.IsAsked(args))
        return await PackageCommand.RunAsync(app.Services, args);
    await app.MigrateAsync();
    app.MapRunning().MapTeams().MapRoom().MapAppointments();
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    await StartFaults.PrintAsync(Console.Error, faults);
    return 1;
}
