using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using VpBot.Storage;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>A certificate can be replaced without a lost word, is understood as a vault gives it out, and is missed before it is gone.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vpbot-certificates-").FullName;

    [Fact]
    public async Task After_a_new_certificate_what_the_earlier_one_wrapped_still_opens_and_new_keys_need_only_the_new_one()
    {
        await using var data = new TestDatabase(Engine.Sqlite);
        var (old, fresh) = (Pfx("old"), Pfx("fresh"));
        string code;
        await using (var before = await BotInside.StartAsync(database: data, settings: With(old), listen: true))
        {
            using var books = new RoomVisitor(before.Address);
            await books.BeginAsync();
            await books.GoToAsync("NoteCode");
            code = books.Page.Code!;
        }

        var both = With(fresh);
        (both["Privacy:EarlierKeyRingCertificates:0:Path"], both["Privacy:EarlierKeyRingCertificates:0:Password"]) = (old, "secret");
        await using (var bot = await BotInside.StartAsync(database: data, settings: both, listen: true))
        {
            using var back = new RoomVisitor(bot.Address);
            await FindAsync(back, code);
            Assert.Equal("Status", back.Page.Step);
            var now = TimeProvider.System.GetUtcNow();
            bot.Get<IKeyManager>().CreateNewKey(now, now.AddDays(90));
            await using var db = bot.Open();
            var keys = db.Set<StoredKeyRow>().Select(row => row.Xml).ToList();
            Assert.Single(keys, xml => xml.Contains(Serial(fresh), StringComparison.Ordinal));
            Assert.Single(keys, xml => xml.Contains(Serial(old), StringComparison.Ordinal));
        }

        // Without the earlier one only what it wrapped is closed.
        await using var later = await BotInside.StartAsync(database: data, settings: With(fresh), listen: true);
        using var lost = new RoomVisitor(later.Address);
        await FindAsync(lost, code);
        Assert.NotEqual("Status", lost.Page.Step);
    }

    [Fact]
    public void A_certificate_as_a_key_vault_gives_it_out_is_understood()
    {
        var text = Path.Combine(folder, "vault.pfx");
        File.WriteAllText(text, Convert.ToBase64String(File.ReadAllBytes(Pfx("vault", password: ""))) + "\n");

        Assert.Empty(Doors.FaultsOf(Doors.All["Storage"], new Dictionary<string, string?> { ["Privacy:KeyRingCertificatePath"] = text }, "Production"));
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_stops_the_start_with_what_to_change()
    {
        Assert.StartsWith("Privacy:KeyRingCertificatePath names a file that cannot be read", Fault(Path.Combine(folder, "nowhere.pfx"), ""), StringComparison.Ordinal);
        Assert.StartsWith("Privacy:KeyRingCertificatePath does not open", Fault(Pfx("locked"), "wrong"), StringComparison.Ordinal);
        Assert.StartsWith("Privacy:KeyRingCertificatePath names a certificate without its private key", Fault(Pfx("half", withKey: false), "secret"), StringComparison.Ordinal);
        var nonsense = Path.Combine(folder, "nonsense.pfx");
        File.WriteAllText(nonsense, "this is no certificate");
        Assert.StartsWith("Privacy:KeyRingCertificatePath does not open", Fault(nonsense, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_that_a_certificate_has_left_are_counted_also_below_none()
    {
        var clock = new ManualClock();
        var days = new List<long>();
        using var listener = Listen("vpbot.keyring.certificate-days", days);
        await using var bot = await BotInside.StartAsync(clock: clock, settings: With(Pfx("ends", until: clock.GetUtcNow().AddDays(12.5))));
        await bot.StartAsync<StorageWatch>();
        await BotInside.UntilAsync("the days that are left", () => Has(days, 12));
        await bot.Get<StorageWatch>().StopAsync(CancellationToken.None);
        clock.Pass(TimeSpan.FromDays(14));
        await bot.Get<StorageWatch>().StartAsync(CancellationToken.None);

        await BotInside.UntilAsync("a count below none", () => Has(days, -2));
    }

    [Fact]
    public async Task The_oldest_step_that_should_have_left_is_counted_and_what_is_meant_for_later_is_not()
    {
        await using var bot = await BotInside.StartAsync();
        var now = bot.Clock.GetUtcNow();
        Assert.Equal(0, await bot.Get<StorageWatch>().OldestAsync(CancellationToken.None));
        await using var db = bot.Open();
        db.AddRange(Step("meant-for-later", now.AddDays(-3), now.AddDays(1)), Step("tried-again", now.AddMinutes(-20), now.AddSeconds(40)));
        await db.SaveChangesAsync();

        Assert.Equal(20 * 60, await bot.Get<StorageWatch>().OldestAsync(CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static OutboxRow Step(string id, DateTimeOffset created, DateTimeOffset notBefore) =>
        new() { Id = id, Kind = "of-a-test", Employer = "duinrand", Sealed = [1], CreatedAt = created, NotBefore = notBefore };

    private static MeterListener Listen(string name, List<long> values)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Name == name) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => { lock (values) values.Add(value); });
        listener.Start();
        return listener;
    }

    private static Task<bool> Has(List<long> values, long value)
    {
        lock (values)
            return Task.FromResult(values.Contains(value));
    }

    private static string Fault(string path, string password) => Assert.Single(Doors.FaultsOf(
        Doors.All["Storage"], new Dictionary<string, string?> { ["Privacy:KeyRingCertificatePath"] = path, ["Privacy:KeyRingCertificatePassword"] = password }, "Production"));

    private static async Task FindAsync(RoomVisitor visitor, string code)
    {
        await visitor.BeginAsync();
        await visitor.AnswerAsync("appointment");
        await visitor.AnswerAsync(code);
    }

    private static Dictionary<string, string?> With(string path) =>
        new() { ["Privacy:KeyRingCertificatePath"] = path, ["Privacy:KeyRingCertificatePassword"] = "secret" };

    /// <summary>The certificate itself, as it stands beside what it wrapped.</summary>
    private static string Serial(string path)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, "secret");
        return Convert.ToBase64String(certificate.RawData);
    }

    private string Pfx(string name, string password = "secret", bool withKey = true, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), until ?? now.AddYears(2));
        using var open = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var path = Path.Combine(folder, $"{name}.pfx");
        File.WriteAllBytes(path, (withKey ? certificate : open).Export(X509ContentType.Pfx, password));
        return path;
    }
}
