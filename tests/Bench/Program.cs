using System.Diagnostics;
using VpBot.Bench;
using VpBot.Bench.Limit;
using VpBot.Bench.Load;

if (args is ["limit", ..])
    return await LimitProgram.RunAsync(args);

if (args.Contains("--help"))
    return await UsageAsync(Console.Out, 0);

// The driver, the connector and the token issuer stay on the second core; the burst alone takes what there is.
const string Pinned = "BENCH_PINNED";
var quick = args.Contains("--quick");
var output = Console.Out;
var table = args.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).FirstOrDefault();
if (table is null && !quick)
    return await AllTables.RunInProcessesAsync(output, args);

if (Environment.GetEnvironmentVariable(Pinned) is null && Environment.ProcessorCount > 1 && table != "burst")
{
    var start = new ProcessStartInfo("taskset", ["-c", "1", Environment.ProcessPath!, .. args]);
    start.Environment[Pinned] = "1";
    using var again = Process.Start(start)!;
    await again.WaitForExitAsync();
    return again.ExitCode;
}

await using var streets = new Streets(shared: table is null);
return table is null ? await AllTables.RunAsync(output, RunAsync) : await RunAsync(table);

async Task<int> RunAsync(string name)
{
    switch (name)
    {
        case "turns":
            await TurnTable.RunAsync(output, streets, Number("--rounds", quick ? 3 : 7), quick ? 128 : 800, args.SkipWhile(argument => argument != "--only").Skip(1).FirstOrDefault());
            return 0;
        case "intake":
            await IntakeTable.RunAsync(output, streets, quick);
            return 0;
        case "peer":
            await PeerTable.RunAsync(output, streets, quick);
            return 0;
        case "search":
            return await SearchTable.RunAsync(output, Number("--calendars", quick ? 500 : 1_000_000), Number("--seed", 0));
        case "burst":
            await Burst.RunAsync(output, streets, Number("--people", quick ? 200 : 10_000));
            return 0;
        case "size":
            await SizeTable.RunAsync(output, streets, quick ? [0, 1_000] : [0, 10_000, 100_000], quick);
            return 0;
        case "start":
            await StartTable.RunAsync(output, [.. args.SkipWhile(argument => argument != "--programs").Skip(1)], quick ? 3 : 7);
            return 0;
        case "growth":
            await GrowthTable.RunAsync(output, streets, quick);
            return 0;
        case "fuzz":
            return await Fuzz.RunAsync(output, streets, Number("--inputs", quick ? 1_000 : 200_000), Number("--seed", 1));
        case "hostile":
            await Hostile.RunAsync(output, streets, quick);
            return 0;
        default:
            return await UsageAsync(Console.Error, 1);
    }
}

static async Task<int> UsageAsync(TextWriter where, int code)
{
    await where.WriteLineAsync($"dotnet run -c Release --project tests/Bench [{string.Join('|', AllTables.Names)}] [--quick] [--seed N]\ndotnet run -c Release --project tests/Bench start [--quick] --programs VpBot.dll of/another/build/VpBot.dll");
    return code;
}

int Number(string option, int otherwise) =>
    args.SkipWhile(argument => argument != option).Skip(1).FirstOrDefault() is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
