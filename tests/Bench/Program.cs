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
    case "search":
        return await SearchTable.RunAsync(output, Number("--calendars", quick ? 2_000 : 1_000_000), Number("--seed", 0));
    case "burst":
        await Burst.RunAsync(output, Number("--people", quick ? 1_000 : 10_000));
        return 0;
    case "size":
        await SizeTable.RunAsync(output, quick ? [0, 2_000] : [0, 10_000, 100_000]);
        return 0;
    case "growth":
        await GrowthTable.RunAsync(output, quick);
        return 0;
    case "fuzz":
        return await Fuzz.RunAsync(output, Number("--inputs", quick ? 5_000 : 200_000), Number("--seed", 1));
    case "hostile":
        await Hostile.RunAsync(output, quick);
        return 0;
    default:
        await Console.Error.WriteLineAsync("dotnet run -c Release --project tests/Bench [turns|search|burst|size|growth|fuzz|hostile] [--quick] [--seed N]");
        return 1;
}

int Number(string name, int otherwise) =>
    args.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault() is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
