using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;

namespace VpBot.Language;

/// <summary>
/// Takes a change in the provider's own texts within seconds, all of it or nothing: with a fault, or with the folder of an employer
/// gone, everybody reads what they read before.
/// </summary>
internal sealed class OwnTextsFollowing(LanguageSettings settings, IHostEnvironment host, Spoken spoken, TimeProvider clock, ILogger<OwnTextsFollowing> log) : BackgroundService
{
    private static readonly Meter Meter = new("VpBot.Language");
    private static readonly Gauge<int> Faults = Meter.CreateGauge<int>("vpbot.texts.faults");

    private readonly Lock _looking = new();
    private readonly string _folder = Path.GetFullPath(settings.OwnTexts, host.ContentRootPath);
    private string _looked = "";
    private int _faults;

    /// <summary>True when something else is said than before.</summary>
    public bool Look()
    {
        lock (_looking)
        {
            var isTaken = LookNow();
            Faults.Record(_faults);
            return isTaken;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.OwnTexts.Length == 0)
            return;
        using var timer = new PeriodicTimer(settings.LookEvery, clock);
        try
        {
            do
                Look();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private bool LookNow()
    {
        try
        {
            var before = Fingerprint();
            if (before == _looked)
                return false;
            var texts = new OwnTexts(_folder, spoken.All);
            var (own, gone) = (texts.Read(), spoken.Changed.Count(employer => !Directory.Exists(Path.Combine(_folder, employer))));
            // Somebody is still copying: the next look sees the whole.
            if (Fingerprint() != before)
                return false;
            _looked = before;
            return Judge(own, texts.Faults.Count + gone);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LanguageLog.LookingFailed(log, fault.GetType().Name);
            return false;
        }
    }

    private bool Judge(IReadOnlyDictionary<(string Employer, string Code), OwnWording> own, int faults)
    {
        if (faults > 0)
            LanguageLog.KeptAsItWas(log, faults);
        _faults = faults;
        if (faults > 0 || IsTheSame(own))
            return false;
        spoken.Take(own);
        LanguageLog.ReadAgain(log, spoken.Changed.Count);
        return true;
    }

    /// <summary>What was read at the start is in force already.</summary>
    private bool IsTheSame(IReadOnlyDictionary<(string Employer, string Code), OwnWording> own) =>
        own.Count == spoken.Own.Count && own.All(each => spoken.Own.TryGetValue(each.Key, out var now) && now.Says(each.Value));

    private string Fingerprint()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            sum.AppendData(Encoding.UTF8.GetBytes(file));
            sum.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(_folder).Order(StringComparer.Ordinal))
            sum.AppendData(Encoding.UTF8.GetBytes(folder));
        return Convert.ToHexString(sum.GetHashAndReset());
    }
}

/// <summary>What this folder may log: counts and types of faults. The sentences are for the operator's own eyes.</summary>
internal static partial class LanguageLog
{
    [LoggerMessage(EventId = 620, Level = LogLevel.Information, Message = "The provider's own texts were read: they are said to the people of {employers} employers")]
    public static partial void ReadAgain(ILogger logger, int employers);

    [LoggerMessage(EventId = 621, Level = LogLevel.Error, Message = "The provider's own texts have {faults} faults; everybody reads what they read before. The command \"employers\" says what to change")]
    public static partial void KeptAsItWas(ILogger logger, int faults);

    [LoggerMessage(EventId = 622, Level = LogLevel.Warning, Message = "Looking at the provider's own texts was put off: {faultType}")]
    public static partial void LookingFailed(ILogger logger, string faultType);
}
