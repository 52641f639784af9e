using System.Diagnostics.Metrics;

namespace VpBot.Employers.Files;

/// <summary>
/// Takes a change in the folder within seconds, all of it or nothing: a folder with a fault keeps what is served. A watcher tells
/// soon, and every instance looks by itself as well, because a mounted volume does not always tell.
/// </summary>
internal sealed class EmployerFollowing(
    EmployerSources sources, EmployerDirectory directory, EmployerFolderSettings settings, TimeProvider clock, ILogger<EmployerFollowing> log) : BackgroundService
{
    private static readonly Meter Meter = new("VpBot.Employers");
    private static readonly Gauge<int> Faults = Meter.CreateGauge<int>("vpbot.employers.faults");
    private static readonly Gauge<int> Employers = Meter.CreateGauge<int>("vpbot.employers.served");

    /// <summary>Whoever copies several files is given a moment to finish.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly Lock _looking = new();
    private readonly SemaphoreSlim _bell = new(0, 1);
    /// <summary>A change that leaves a file as long and as old as it was is found so late.</summary>
    private static readonly TimeSpan ReadAtLeastEvery = TimeSpan.FromMinutes(1);

    private string? _looked;
    private string _glanced = "";
    private DateTimeOffset _read;
    private int _faults;

    /// <summary>True when something else is served than before.</summary>
    public bool Look()
    {
        lock (_looking)
            return LookNow();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Path.Length == 0)
            return;
        // What was read at the start is in force; what changed since then is seen by the first look.
        using var watcher = Watch();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Look();
                if (!await _bell.WaitAsync(settings.LookEvery, stoppingToken))
                    continue;
                await Task.Delay(Settling, clock, stoppingToken);
                lock (_looking)
                    _glanced = "";
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                EmployersLog.LookingFailed(log, fault.GetType().Name);
                await Task.Delay(settings.LookEvery, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    private bool LookNow()
    {
        // Ten thousand files are not opened every few seconds.
        var (glance, now) = (sources.Glance(), clock.GetUtcNow());
        if (_looked is { Length: > 0 } && glance.Length > 0 && glance == _glanced && now - _read < ReadAtLeastEvery && now >= _read)
        {
            Say(_faults, directory.Employers.Count);
            return false;
        }

        var files = sources.ReadFiles(_looked ?? "");
        (_glanced, _read) = (glance, now);
        // A folder that cannot be read has no fingerprint, and is looked at again each time.
        var isKnown = files.Fingerprint.Length > 0 && files.Fingerprint == _looked;
        if (isKnown)
        {
            Say(_faults, directory.Employers.Count);
            return false;
        }

        var (served, faults) = sources.ReadAgain(files, directory.InFiles);
        if (served is not null)
            directory.Take(served);
        if (faults.Count > 0 && faults.Count != _faults)
            EmployersLog.KeptAsItWas(log, faults.Count);
        if (served is not null)
            EmployersLog.ReadAgain(log, served.Employers.Count, served.Leaving.Count);
        // Last: a reading that failed on the way is no known one.
        (_looked, _faults) = (files.Fingerprint, faults.Count);
        Say(_faults, directory.Employers.Count);
        return served is not null;
    }

    private static void Say(int faults, int employers)
    {
        Faults.Record(faults);
        Employers.Record(employers);
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(settings.Path);
            watcher.Changed += (_, _) => Ring();
            watcher.Created += (_, _) => Ring();
            watcher.Deleted += (_, _) => Ring();
            watcher.Renamed += (_, _) => Ring();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The slow look does without.
            EmployersLog.LookingFailed(log, fault.GetType().Name);
            return null;
        }
    }

    private void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (Exception rung) when (rung is SemaphoreFullException or ObjectDisposedException)
        {
            // It rang already, or nobody listens any more.
        }
    }
}

/// <summary>What this folder may log: counts and types of faults. The sentences are for the operator's own eyes: the command "employers" prints them.</summary>
internal static partial class EmployersLog
{
    [LoggerMessage(EventId = 600, Level = LogLevel.Information, Message = "The employers' folder was read: {employers} are served, {leaving} leave")]
    public static partial void ReadAgain(ILogger logger, int employers, int leaving);

    [LoggerMessage(EventId = 601, Level = LogLevel.Error, Message = "The employers' folder has {faults} faults; everything stays as it was. The command \"employers\" says what to change")]
    public static partial void KeptAsItWas(ILogger logger, int faults);

    [LoggerMessage(EventId = 602, Level = LogLevel.Warning, Message = "Looking at the employers' folder was put off: {faultType}")]
    public static partial void LookingFailed(ILogger logger, string faultType);
}
