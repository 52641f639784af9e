using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Storage.Direct;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;
using Engine = VpBot.Tests.Support.Engine;

namespace VpBot.Tests.Appointments;

public sealed class OpenTalksOnSqliteTests() : OpenTalksTests(Engine.Sqlite);

public sealed class OpenTalksOnPostgreSqlTests() : OpenTalksTests(Engine.PostgreSql);

/// <summary>Who has three talks to come is told so before they answer every question.</summary>
public abstract class OpenTalksTests(Engine engine)
{
    private readonly ManualClock clock = new();
    private int number;

    [Fact]
    public async Task Only_talks_that_still_take_place_are_counted_and_only_those_of_this_person_with_this_employer()
    {
        await using var database = new TestDatabase(engine);
        await using IEngine direct = engine == Engine.Sqlite ? new SqliteEngine($"{database.Connection};Pooling=False") : new PostgreSqlEngine(database.Connection);
        await using var db = database.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        var now = clock.GetUtcNow();
        foreach (var state in Enum.GetValues<AppointmentState>())
        {
            // To come, and begun but not yet over; over since this minute, and past its end in the database.
            Add(db, state, "noor", now.AddDays(1), now.AddDays(2));
            Add(db, state, "bram", now.AddMinutes(-29), now.AddDays(2));
            Add(db, state, "hilde", now.AddMinutes(-30), now.AddDays(2));
            Add(db, state, "wietske", now.AddDays(1), now);
            Add(db, state, "elders", now.AddDays(1), now.AddDays(2), "windhoek");
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        foreach (var (person, count) in new[] { ("noor", 6), ("bram", 6), ("hilde", 0), ("wietske", 0), ("elders", 0), ("niemand", 0) })
        {
            Assert.Equal(count, Enum.GetValues<AppointmentState>().Count(TalkChanges.Stands) * (count > 0 ? 1 : 0));
            Assert.Equal(count >= 1, await ManyAsync(1, person));
            Assert.Equal(count >= 6, await ManyAsync(6, person));
            Assert.False(await ManyAsync(7, person));
        }

        ValueTask<bool> ManyAsync(int most, string person) =>
            new OpenTalks(direct, new AppointmentsSettings { MostOpenTalks = most }, clock).AreAsManyAsCanBeAsync(Template.ReadDirectory().ByKey("duinrand")!, person);
    }

    private void Add(DbContext db, AppointmentState state, string person, DateTimeOffset start, DateTimeOffset forgetAt, string employer = "duinrand") => db.Add(new AppointmentRow
    {
        Id = (++number).ToString(CultureInfo.InvariantCulture),
        Employer = employer,
        Advisor = "sanne",
        Person = person,
        CodeHash = BitConverter.GetBytes(number),
        StartsAt = start,
        Minutes = 30,
        Sealed = [],
        State = state,
        CreatedAt = start,
        ForgetAt = forgetAt,
    });
}
