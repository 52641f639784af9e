using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>Two instances that start at the same moment on an empty PostgreSQL server.</summary>
public sealed class FirstStartTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task They_agree_on_one_key_ring_and_one_hash_key(int round)
    {
        await using var database = new TestDatabase(Engine.PostgreSql);
        var bots = await Task.WhenAll(Enumerable.Range(0, 1 + round).Select(_ => Task.Run(() => BotInside.StartAsync(database: database))));
        try
        {
            Assert.Single(bots.Select(bot => Convert.ToHexString(bot.Get<KeyedHash>().Of(HashedKind.ReturnCode, "2222-3333-4444"))).Distinct());
            var step = bots[0].Get<Sealing>().Seal("duinrand", SealedKind.Outbox, new HandoffStep("a", 1), AppointmentsJson.Default.HandoffStep);
            Assert.All(bots, bot => Assert.Equal("a", bot.Get<Sealing>().Open("duinrand", SealedKind.Outbox, step, AppointmentsJson.Default.HandoffStep)?.Appointment));
            await using var db = database.Open();
            Assert.Equal((1, 1), (await db.Set<StoredKeyRow>().CountAsync(), await db.Set<SecretRow>().CountAsync()));
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }
    }
}
