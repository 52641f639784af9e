namespace VpBot.Playground;

internal static class Program
{
    private const int UsualPort = 4180;

    public static async Task<int> Main(string[] args)
    {
        if (Port(args) is not { } port)
        {
            await Console.Error.WriteLineAsync("Use: dotnet run --project tests/Playground -- [--port N], with N from 0 (any free port) to 65535.");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var terminate = OnTermination(stop);
        Console.CancelKeyPress += (_, press) => { press.Cancel = true; stop.Cancel(); };
        try
        {
            await using var playground = await PlaygroundServer.StartAsync(new() { Port = port });
            Console.WriteLine($"Playground: {playground.Address}  (the bot: {playground.Bot?.Address}; stop both with Ctrl+C)");
            await stop.Token.WhenCancelled();
            return 0;
        }
        catch (Exception fault) when (fault is BotDidNotStartException or IOException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static int? Port(string[] args) => args switch
    {
        [] => UsualPort,
        ["--port", var number] when ushort.TryParse(number, out var port) => port,
        _ => null,
    };

    private static System.Runtime.InteropServices.PosixSignalRegistration OnTermination(CancellationTokenSource stop) =>
        System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal => { signal.Cancel = true; stop.Cancel(); });

    private static async Task WhenCancelled(this CancellationToken token)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(done.SetResult);
        await done.Task;
    }
}
