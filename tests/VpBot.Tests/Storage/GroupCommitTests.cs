using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VpBot.Storage;
using VpBot.Storage.Direct;
using VpBot.Teams.Incoming;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class GroupCommitOnSqliteTests() : GroupCommitTests(Engine.Sqlite);

public sealed class GroupCommitOnPostgreSqlTests() : GroupCommitTests(Engine.PostgreSql);

/// <summary>An engine that is slow, and one that is away.</summary>
public sealed class GroupCommitTroubleTests
{
    private static readonly AsyncLocal<string?> Request = new();

    [Fact]
    public async Task Whoever_comes_while_another_is_written_is_written_with_the_others_at_most_sixty_four_together()
    {
        var engine = new Slow();
        await using var commits = new GroupCommit(engine);
        List<Task<int>> everybody = [commits.WriteAsync(new Statement("1"))];
        await engine.Asked.Task;
        everybody.AddRange(Enumerable.Range(0, 100).Select(_ => commits.WriteAsync(new Statement("2"))));
        engine.Answers.SetResult();
        await Task.WhenAll(everybody);
        Assert.Equal([1, 64, 36], engine.Groups);
    }

    [Fact]
    public async Task What_is_written_for_several_people_is_written_under_nobodys_trace()
    {
        var engine = new Slow();
        await using var commits = new GroupCommit(engine);
        Request.Value = "of one person";
        engine.Answers.SetResult();
        await commits.WriteAsync(new Statement("1"));
        Assert.Equal([null], engine.Requests);
        Assert.Equal("of one person", Request.Value);
    }

    [Fact]
    public async Task When_the_database_is_away_everybody_hears_so_at_once_and_nobody_is_tried_alone()
    {
        var engine = new Away();
        await using var commits = new GroupCommit(engine);
        var first = commits.WriteAsync(new Statement("1"));
        await engine.Asked.Task;
        var others = Enumerable.Range(0, 50).Select(_ => commits.WriteAsync(new Statement("2"))).ToList();
        engine.Answers.SetResult();
        foreach (var one in (Task<int>[])[first, .. others])
            await Assert.ThrowsAsync<TimeoutException>(() => one);
        Assert.Equal([1, 50], engine.Groups);
    }

    private sealed class Away : Slow
    {
        protected override void Answer() => throw new TimeoutException();
    }

    private class Slow : IEngine
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<int> Groups { get; } = [];

        public List<string?> Requests { get; } = [];

        public async Task WriteAsync(IReadOnlyList<Chain> chains)
        {
            Groups.Add(chains.Count);
            Requests.Add(Request.Value);
            Asked.TrySetResult();
            await Answers.Task;
            Answer();
        }

        protected virtual void Answer()
        {
        }

        public bool Refused(Exception fault) => false;

        public ValueTask<TRow?> FindAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) where TRow : class => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<TRow>> ReadAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>What many turns write at the same moment.</summary>
public abstract class GroupCommitTests(Engine engine) : IAsyncLifetime
{
    private const string Insert = """INSERT INTO "SeenActivities" ("Hash", "ForgetAt") VALUES ($1, $2) ON CONFLICT ("Hash") DO NOTHING""";
    private const string Clash = """INSERT INTO "SeenActivities" ("Hash", "ForgetAt") VALUES ($1, $2)""";
    private BotInside bot = null!;

    private GroupCommit Commits => bot.Get<GroupCommit>();

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(engine);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Whoever_is_answered_finds_their_row_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(async number =>
        {
            Assert.Equal(1, await Commits.WriteAsync(Row(Insert, number)));
            Assert.True(await IsThereAsync(number));
        }));
        Assert.Equal(300, await CountAsync());
    }

    [Fact]
    public async Task Of_many_who_write_the_same_row_at_once_one_is_told_that_it_changed_something()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Commits.WriteAsync(Row(Insert, 1), Row(Insert, 2))));
        Assert.Equal(1, told.Count(changed => changed == 2));
        Assert.Equal(99, told.Count(changed => changed == 0));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_statement_is_not_executed_when_the_one_before_it_changed_nothing()
    {
        await Commits.WriteAsync(Row(Insert, 1));
        Assert.Equal(0, await Commits.WriteAsync(Row(Insert, 1), Row(Insert, 2), Row(Insert, 3)));
        Assert.Equal(1, await Commits.WriteAsync(Row(Insert, 4), Row(Insert, 1), Row(Insert, 3)));
        Assert.Equal([1, 4], await ThereAsync(6));
    }

    [Fact]
    public async Task One_that_cannot_be_written_harms_no_other_and_leaves_nothing_of_its_own()
    {
        await Commits.WriteAsync(Row(Insert, 0));
        var others = Enumerable.Range(10, 100).Select(number => Commits.WriteAsync(Row(Insert, number))).ToList();
        var bad = Commits.WriteAsync(Row(Insert, 1), Row(Clash, 0));
        others.AddRange(Enumerable.Range(110, 100).Select(number => Commits.WriteAsync(Row(Insert, number), Row(Insert, 1000 + number))));
        await Assert.ThrowsAnyAsync<DbException>(() => bad);
        await Task.WhenAll(others);
        Assert.False(await IsThereAsync(1));
        Assert.Equal(1 + 100 + 200, await CountAsync());
        Assert.Equal(1, await Commits.WriteAsync(Row(Insert, 1)));
    }

    [Fact]
    public async Task It_and_what_a_turn_saves_otherwise_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).SelectMany(number => (Task[])[Commits.WriteAsync(Row(Insert, number)), SaveAsync(1000 + number)]));
        Assert.Equal(80, await CountAsync());

        async Task SaveAsync(int number)
        {
            await using var db = bot.Open();
            db.Add(new SeenActivityRow { Hash = HashOf(number), ForgetAt = bot.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task After_the_connections_were_lost_the_next_is_written()
    {
        await Commits.WriteAsync(Row(Insert, 1));
        if (engine == Engine.PostgreSql)
        {
            await using var db = bot.Open();
            await db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }

        await BotInside.UntilAsync("the next to be written", () => TriedAsync(async () => await Commits.WriteAsync(Row(Insert, 2)) < 2));
        await BotInside.UntilAsync("both to be read", () => TriedAsync(async () => await ThereAsync(3) is [1, 2]));
    }

    /// <summary>A connection that was lost in the pool is found out by whoever uses it.</summary>
    private static async Task<bool> TriedAsync(Func<Task<bool>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            return false;
        }
    }

    private static byte[] HashOf(int number) => BitConverter.GetBytes(number);

    private Statement Row(string sql, int number) => new(sql, HashOf(number), bot.Clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds());

    private async Task<bool> IsThereAsync(int number)
    {
        var hash = HashOf(number);
        await using var db = bot.Open();
        return await db.Set<SeenActivityRow>().AnyAsync(row => row.Hash == hash);
    }

    private async Task<List<int>> ThereAsync(int below)
    {
        var there = new List<int>();
        for (var number = 0; number < below; number++)
        {
            if (await IsThereAsync(number))
                there.Add(number);
        }

        return there;
    }

    private async Task<int> CountAsync()
    {
        await using var db = bot.Open();
        return await db.Set<SeenActivityRow>().CountAsync();
    }
}
