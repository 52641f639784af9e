using System.Diagnostics;
using VpBot.Bench;
using VpBot.Bench.Limit;

if (args is ["limit", ..])
    return await LimitProgram.RunAsync(args);

// The driver, the connector and the token issuer stay on the second core; the burst alone takes what there is.
const string Pinned = "BENCH_PINNED";
if (Environment.GetEnvironmentVariable(Pinned) is null && Environment.ProcessorCount > 1 && !args.Contains("burst"))
{
    var start = new ProcessStartInfo("taskset", ["-c", "1", Environment.ProcessPath!, .. args]);
    start.Environment[Pinned] = "1";
    using var again = Process.Start(start)!;
    await again.WaitForExitAsync();
    return again.ExitCode;
}

var quick = args.Contains("--quick");
var output = Console.Out;
switch (args.FirstOrDefault(argument => !argument.StartsWith('-')))
{
    case null:
    case "turns":
        await TurnTable.RunAsync(output, quick, args.SkipWhile(argument => argument != "--only").Skip(1).FirstOrDefault());
        return 0;
    default:
        await Console.Error.WriteLineAsync("dotnet run -c Release --project tests/Bench [turns|search|burst|size|growth|fuzz] [--quick] [--seed N]");
        return 1;
}
