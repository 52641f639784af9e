using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>Keys rotate without anybody noticing; a lost key makes data unreadable, not the service.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task After_a_rotation_old_rows_open_and_new_rows_have_the_new_key()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        await visitor.GoToAsync("About");
        var old = await SessionKeyAsync(bot);

        var now = TimeProvider.System.GetUtcNow();
        var fresh = bot.Get<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        await visitor.GoToAsync("CalledAs");

        Assert.Equal("CalledAs", visitor.Page.Step);
        Assert.NotEqual(old, fresh.KeyId);
        Assert.Equal(fresh.KeyId, await SessionKeyAsync(bot));
    }

    [Fact]
    public async Task Without_its_keys_the_service_starts_says_so_and_helps_whoever_comes()
    {
        await using var data = new TestDatabase(Engine.Sqlite);
        string code;
        RoomPageSeen open;
        await using (var before = await BotInside.StartAsync(database: data, listen: true))
        {
            using var books = new RoomVisitor(before.Address);
            await books.BeginAsync();
            await books.GoToAsync("NoteCode");
            code = books.Page.Code!;
            open = books.Page;
            await using var db = before.Open();
            await db.Set<StoredKeyRow>().ExecuteDeleteAsync();
        }

        await using var bot = await BotInside.StartAsync(database: data, listen: true);
        await SeeThatItServesAsync(bot, open, code);
    }

    [Fact]
    public async Task With_another_certificate_the_service_starts_and_with_the_right_one_it_finds_everything_again()
    {
        await using var data = new TestDatabase(Engine.Sqlite);
        var (right, wrong) = (Certificate(data.Folder, "right"), Certificate(data.Folder, "wrong"));
        string code;
        RoomPageSeen open;
        await using (var before = await BotInside.StartAsync(database: data, settings: right, listen: true))
        {
            using var books = new RoomVisitor(before.Address);
            await books.BeginAsync();
            await books.GoToAsync("NoteCode");
            (code, open) = (books.Page.Code!, books.Page);
            await using var db = before.Open();
            var key = Assert.Single(await db.Set<StoredKeyRow>().ToListAsync());
            Assert.Contains("EncryptedData", key.Xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
        }

        await using (var bot = await BotInside.StartAsync(database: data, settings: wrong, listen: true))
            await SeeThatItServesAsync(bot, open, code, send: false);

        await using var again = await BotInside.StartAsync(database: data, settings: right, listen: true);
        using var back = new RoomVisitor(again.Address);
        await FindAsync(back, code);
        Assert.Equal("Status", back.Page.Step);
    }

    [Fact]
    public async Task An_appointment_that_cannot_be_read_says_so_with_the_phone_number_and_can_be_forgotten()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        await visitor.GoToAsync("NoteCode");
        var code = visitor.Page.Code!;
        // An advisor who has not got it yet would never get it: what cannot be read is given to nobody.
        await BotInside.UntilAsync("a request that has arrived", async () =>
        {
            await using var db = bot.Open();
            return await db.Set<AppointmentRow>().AnyAsync(row => row.State == AppointmentState.Delivered);
        });
        await using (var db = bot.Open())
            await db.Set<AppointmentRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Sealed, new byte[] { 1, 2, 3 }));

        using var back = new RoomVisitor(bot.Address);
        await FindAsync(back, code);
        Assert.Equal("Wij kunnen deze afspraak niet meer lezen", back.Page.Title);
        Assert.Contains("088 000 00 00", back.Page.Text, StringComparison.Ordinal);
        using var advisor = new RoomVisitor(bot.Address);
        await advisor.EnterAsync(await DeskAsync(bot));
        await advisor.AnswerAsync(advisor.Page.Values[0]);
        Assert.Equal("Request", advisor.Page.Step);
        await back.AnswerAsync("forget");
        await back.AnswerAsync("yes");
        Assert.Equal("Het is vergeten", back.Page.Title);
    }

    private static async Task SeeThatItServesAsync(BotInside bot, RoomPageSeen open, string code, bool send = true)
    {
        using var someone = new RoomVisitor(bot.Address);
        someone.GoOnFrom(open);
        await someone.AnswerAsync("noted");
        Assert.Equal("Deze kamer is leeg", someone.Page.Title);
        await FindAsync(someone, code);
        Assert.Contains("Met deze code vinden we nu geen afspraak", someone.Page.Text, StringComparison.Ordinal);

        using var advisor = new RoomVisitor(bot.Address);
        await advisor.EnterAsync(await DeskAsync(bot));
        Assert.Equal("Which", advisor.Page.Step);
        await advisor.AnswerAsync(advisor.Page.Values[0]);
        Assert.Equal("Request", advisor.Page.Step);

        if (!send)
            return;
        await BotInside.UntilAsync("an outbox that does not try for ever what it cannot read", async () =>
        {
            await using var db = bot.Open();
            return !await db.Set<OutboxRow>().AnyAsync();
        });
        using var next = new RoomVisitor(bot.Address);
        await next.BeginAsync();
        await next.GoToAsync("NoteCode", time: 8);
        Assert.NotNull(next.Page.Code);
    }

    private static async Task FindAsync(RoomVisitor visitor, string code)
    {
        await visitor.BeginAsync();
        await visitor.AnswerAsync("appointment");
        await visitor.AnswerAsync(code);
    }

    private static async Task<Uri> DeskAsync(BotInside bot)
    {
        var dialog = await bot.TicketAsync(new Admission("duinrand", null, "sanne", "nl", "default"));
        return dialog;
    }

    /// <summary>The id of the key that sealed the only session: it stands behind the first four bytes.</summary>
    private static async Task<Guid> SessionKeyAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return new Guid((await db.Set<SessionRow>().AsNoTracking().SingleAsync()).Sealed.AsSpan(4, 16));
    }

    private static Dictionary<string, string?> Certificate(string folder, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(folder, $"{name}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "secret"));
        return new() { ["Privacy:KeyRingCertificatePath"] = path, ["Privacy:KeyRingCertificatePassword"] = "secret" };
    }
}
