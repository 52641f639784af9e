using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.SoundingBoard;
using VpBot.Storage;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.SoundingBoard;

public sealed class ForgettingQuestionsOnSqliteTests() : ForgettingQuestionsTests(Engine.Sqlite)
{
    [Fact]
    public async Task A_forgotten_question_is_gone_from_the_bytes_of_the_file()
    {
        await using var bot = await AskedAsync();
        await using var db = bot.Open();
        var trace = (await db.Set<QuestionRow>().AsNoTracking().SingleAsync()).Sealed[64..96];
        Assert.True(Holds(bot, trace));
        Assert.False(Holds(bot, "Hoe begin ik het gesprek?"u8.ToArray()));
        bot.Clock.Pass(QuestionBook.Lifetime);
        await bot.ForgetAsync();
        Assert.False(Holds(bot, trace));
    }

    private static bool Holds(BotInside bot, byte[] piece) => Directory.GetFiles(bot.Folder, "vpbot.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(piece) >= 0;
    });
}

public sealed class ForgettingQuestionsOnPostgreSqlTests() : ForgettingQuestionsTests(Engine.PostgreSql);

/// <summary>A question between colleagues has an end, is read by nobody else, and says of nobody who asked.</summary>
public abstract class ForgettingQuestionsTests(Engine engine)
{
    [Fact]
    public async Task After_fourteen_days_a_question_is_gone_and_a_moment_before_it_is_not()
    {
        await using var bot = await AskedAsync();
        bot.Clock.Pass(QuestionBook.Lifetime - TimeSpan.FromMinutes(1));
        await bot.ForgetAsync();
        Assert.Single(await OfAsync(bot, "sanne"));
        bot.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Empty(await OfAsync(bot, "sanne"));
        await bot.ForgetAsync();
        await using var db = bot.Open();
        Assert.Equal(0, await db.Set<QuestionRow>().CountAsync());
    }

    [Fact]
    public async Task A_question_lies_on_the_desks_of_two_and_on_no_other()
    {
        await using var bot = await AskedAsync();
        Assert.Single(await OfAsync(bot, "marijke"));
        Assert.Single(await OfAsync(bot, "sanne"));
        Assert.Empty(await OfAsync(bot, "amir"));
        Assert.Empty(await OfAsync(bot, "joris"));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_wins()
    {
        await using var bot = await AskedAsync();
        await using var one = bot.Open();
        await using var other = bot.Open();
        Assert.True(await AnswerAsync(bot, one));
        Assert.True(await AnswerAsync(bot, other));
        await one.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
        await using var later = bot.Open();
        Assert.False(await AnswerAsync(bot, later));
    }

    [Fact]
    public async Task The_row_says_of_nobody_who_asks()
    {
        await using var bot = await AskedAsync();
        await using var db = bot.Open();
        var row = await db.Set<QuestionRow>().SingleAsync();
        Assert.Equal("sanne", row.Colleague);
        Assert.NotEqual(bot.Get<KeyedHash>().Of(HashedKind.Person, "marijke"), row.AskerHash);
        Assert.Empty(CanarySearch.Find(row.AskerHash, "marijke"));
    }

    private protected async Task<BotInside> AskedAsync()
    {
        var bot = await BotInside.StartAsync(engine);
        await using var db = bot.Open();
        var question = new Question(null, [new("Vraag", new Confidential("Hoe begin ik het gesprek?"))]);
        bot.Get<QuestionBook>().Ask(db, Advisor(bot, "marijke"), (ExternalAdvisor)Advisor(bot, "sanne"), question);
        await db.SaveChangesAsync();
        return bot;
    }

    private static async Task<bool> AnswerAsync(BotInside bot, Database db)
    {
        var row = (await bot.Get<QuestionBook>().OfAsync(db, Advisor(bot, "sanne"))).Single();
        return bot.Get<QuestionBook>().Answer(db, row, Advisor(bot, "sanne"), new Confidential("Begin met luisteren."));
    }

    private static async Task<IReadOnlyList<QuestionRow>> OfAsync(BotInside bot, string advisor)
    {
        await using var db = bot.Open();
        return await bot.Get<QuestionBook>().OfAsync(db, Advisor(bot, advisor));
    }

    private static Advisor Advisor(BotInside bot, string id) => bot.Get<EmployerDirectory>().Advisor(id)!;
}
