using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VpBot.Storage.Direct;

namespace VpBot.Tests.Restart;

/// <summary>Whose steps are counted.</summary>
internal enum Steps
{
    /// <summary>Of an HTTP request: a press in the room, a press on a card.</summary>
    OfRequest,

    /// <summary>Of the outbox: what happens after the answer.</summary>
    OfOutbox,
}

/// <summary>
/// Lives inside the bot, without the bot knowing, and ends it with SIGKILL at the n-th step after it was armed. A step is where
/// the database differs from the step before: before each write, after each write that stands alone (a claim of the outbox is
/// one), before and after each commit. Between two of them there are reads, which change nothing; with VPBOT_TEST_EVERY_KILL=1 those are steps too.
/// </summary>
internal sealed partial class KillSwitch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string FolderVariable = "VPBOT_TEST_KILL_FOLDER";
    public const string EveryVariable = "VPBOT_TEST_EVERY_KILL";

    private readonly string order;
    private readonly string grave;
    private readonly bool every;
    private readonly Lock gate = new();
    private (Steps Whose, int Left) armed;
    private string last = "";

    private KillSwitch(string folder, bool every) => (order, grave, this.every) = (OrderIn(folder), GraveIn(folder), every);

    public static string OrderIn(string folder) => Path.Combine(folder, "order");

    /// <summary>What the bot was doing when it was killed.</summary>
    public static string GraveIn(string folder) => Path.Combine(folder, "grave");

    public static void Install()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder)
            return;
        // A listener makes ASP.NET Core open an activity for each request, which tells a request's statements from the worker's.
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        });
        DiagnosticListener.AllListeners.Subscribe(new KillSwitch(folder, Environment.GetEnvironmentVariable(EveryVariable) == "1"));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is "Microsoft.EntityFrameworkCore" or GroupCommit.Diagnostics)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if ((value.Value is string written ? $"{(value.Key == GroupCommit.Writing ? "before" : "after")} {Start(written)}" : NameOf(value.Value)) is not { } step)
            return;
        lock (gate)
        {
            if (File.Exists(order))
                ReadOrder();
            if (armed.Left == 0 || armed.Whose != (Activity.Current is null ? Steps.OfOutbox : Steps.OfRequest))
                return;
            // Five rows of one kind in a row are one step.
            var repeated = step == last && step.StartsWith("before INSERT", StringComparison.Ordinal);
            last = step;
            if (repeated || --armed.Left > 0)
                return;
            File.WriteAllText(grave, step);
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private string? NameOf(object? happening) => happening switch
    {
        CommandEventData command when command.EventId.Id == RelationalEventId.CommandExecuting.Id && Counts(command, after: false) => $"before {Start(command)}",
        CommandEventData command when command.EventId.Id == RelationalEventId.CommandExecuted.Id && !IsClaim(command.Command) && Counts(command, after: true) => $"after {Start(command)}",
        // SQLite keeps what a claim wrote only once its rows were read.
        DataReaderDisposingEventData read when IsClaim(read.Command) => $"after {Start(read.Command)}",
        TransactionEventData commit when commit.EventId.Id == RelationalEventId.TransactionCommitting.Id => "before COMMIT",
        TransactionEndEventData commit when commit.EventId.Id == RelationalEventId.TransactionCommitted.Id => "after COMMIT",
        _ => null,
    };

    private static string Start(CommandEventData command) => Start(command.Command);

    private static string Start(DbCommand command) => IsClaim(command) ? "claim" : Start(command.CommandText);

    private static string Start(string statement) => string.Join(' ', statement.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Take(3));

    private static bool IsClaim(DbCommand command) => command.CommandText.StartsWith("WITH \"Due\"", StringComparison.Ordinal);

    private bool Counts(CommandEventData command, bool after)
    {
        var text = command.Command.CommandText;
        // The worker's look around, the watch over the calendars and the forgetting of every minute come when they come. Those last
        // two write with an alias, many rows at once; a step is put off in the same way, and that counts.
        if (text.Contains("PRAGMA", StringComparison.Ordinal) || text.StartsWith("VACUUM", StringComparison.Ordinal)
            || (Activity.Current is null && (InBulk().IsMatch(text) || (text.StartsWith("SELECT", StringComparison.Ordinal) && text.Contains("FROM \"Outbox\"", StringComparison.Ordinal)))))
        {
            return false;
        }

        return every || (!text.StartsWith("SELECT", StringComparison.Ordinal) && (!after || command.Command.Transaction is null));
    }

    [GeneratedRegex("""^(DELETE FROM "\w+"|UPDATE "(?!Outbox")\w+") AS """)]
    private static partial Regex InBulk();

    private void ReadOrder()
    {
        var words = File.ReadAllText(order).Split(' ');
        File.Delete(order);
        last = "";
        armed = (Enum.Parse<Steps>(words[0]), int.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
