using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Leaving;
using VpBot.Profiles;
using VpBot.SoundingBoard;
using VpBot.Storage;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Employers;

/// <summary>A change in the folder holds without a restart, all of it or nothing.</summary>
public sealed class EmployerFollowingTests : IAsyncLifetime
{
    private const string Tenant = "61000000-0000-4000-8000-000000000061";

    private readonly EmployerFolder folder = new();
    private BotInside bot = null!;

    private EmployerDirectory Directory => bot.Get<EmployerDirectory>();

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(settings: folder.Settings, listen: true);

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_change_is_taken_within_seconds_without_a_restart()
    {
        folder.Change("haven", "Haven (fictief)", "Haven en Wad (fictief)");

        await BotInside.UntilAsync("the new name", () => Task.FromResult(Directory.ByKey("haven")?.Name == "Haven en Wad (fictief)"));
    }

    [Fact]
    public async Task Files_as_long_and_as_old_as_before_are_opened_once_a_minute_only()
    {
        var following = bot.Get<EmployerFollowing>();
        var file = Path.Combine(folder.Path, "haven.json");
        await following.StopAsync(CancellationToken.None);
        following.Look();
        var age = File.GetLastWriteTimeUtc(file);
        folder.Change("haven", "Haven (fictief)", "Havik (fictief)");
        File.SetLastWriteTimeUtc(file, age);

        Assert.False(following.Look());
        Assert.Equal("Haven (fictief)", Directory.ByKey("haven")!.Name);

        bot.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(following.Look());
        Assert.Equal("Havik (fictief)", Directory.ByKey("haven")!.Name);
    }

    [Fact]
    public async Task A_link_of_a_mounted_volume_is_opened_at_every_look()
    {
        var following = bot.Get<EmployerFollowing>();
        var (file, beside) = (Path.Combine(folder.Path, "haven.json"), Path.Combine(folder.Path, "haven.held"));
        await following.StopAsync(CancellationToken.None);
        File.Move(file, beside);
        File.CreateSymbolicLink(file, beside);
        following.Look();
        File.WriteAllText(beside, File.ReadAllText(beside).Replace("Haven (fictief)", "Havik (fictief)", StringComparison.Ordinal));

        Assert.True(following.Look());
        Assert.Equal("Havik (fictief)", Directory.ByKey("haven")!.Name);
    }

    [Fact]
    public void A_folder_with_a_fault_leaves_everything_as_it_was()
    {
        folder.Change("haven", "Haven (fictief)", "Anders");
        folder.Write("kapot", "{ \"Name\": ");

        Assert.False(bot.Get<EmployerFollowing>().Look());
        Assert.Equal("Haven (fictief)", Directory.ByKey("haven")!.Name);

        folder.Delete("kapot");
        Assert.True(LooksUntilTaken());
        Assert.Equal("Anders", Directory.ByKey("haven")!.Name);
    }

    [Fact]
    public async Task A_file_or_a_folder_that_is_gone_removes_nobody()
    {
        folder.Delete("haven");
        Assert.False(bot.Get<EmployerFollowing>().Look());
        var (_, faults) = bot.Get<EmployerSources>().ReadAgain(EmployerFiles.Read(folder.Path), Directory.InFiles);
        Assert.Contains("haven.json is gone. Put it back; when this employer leaves, write \"Removed\": \"haven\" in it.", faults);

        System.IO.Directory.Move(folder.Path, folder.Path + "-away");
        Assert.False(bot.Get<EmployerFollowing>().Look());
        await bot.ForgetAsync();
        Assert.True(Directory.IsOnContract(Tenant));
        Assert.Empty(Directory.Leaving);
        await using (var db = bot.Open())
            Assert.False(await db.Set<LeavingRow>().AnyAsync());
        System.IO.Directory.Move(folder.Path + "-away", folder.Path);
    }

    [Fact]
    public async Task What_an_advisor_set_stands_over_the_settings_that_were_read_again()
    {
        await using (var db = bot.Open())
        {
            Assert.True(await bot.Get<OwnChoicesBook>().SetAsync(db, "fenna", new OwnChoices { MostPerDay = 2 }, 0));
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, Directory.Advisor("fenna")!.Hours.MostPerDay);
        folder.Change("haven", "088 000 00 61", "088 000 00 62");
        LooksUntilTaken();
        Assert.Equal((2, "088 000 00 62"), (Directory.Advisor("fenna")!.Hours.MostPerDay, Directory.Advisor("fenna")!.Phone));
    }

    [Fact]
    public void A_new_advisor_is_known_everywhere_at_once()
    {
        Assert.False(bot.Get<Identities>().AreIn("Ik sprak Berend"));
        folder.Change("haven", "Fenna Verhaal", "Berend Verhaal");
        LooksUntilTaken();

        Assert.True(bot.Get<Identities>().AreIn("Ik sprak Berend"));
        Assert.Equal("Berend Verhaal", Directory.AdvisorOf(Tenant, "61000000-0000-4000-8000-0000000000b1")!.Name);
    }

    [Fact]
    public async Task Whoever_chose_an_advisor_who_is_gone_reads_so_and_can_go_on()
    {
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync("haven");
        await visitor.GoToAsync("When", "fenna");
        var before = visitor.Page;
        WithoutFenna();

        await visitor.AnswerAsync(before, before.Values[0]);
        Assert.Contains("Deze vertrouwenspersoon is er niet meer voor jouw werkgever.", visitor.Page.Text, StringComparison.Ordinal);
        await visitor.GoToAsync("NoteCode", "sanne");
        Assert.NotNull(visitor.Page.Code);
    }

    [Fact]
    public async Task A_talk_whose_advisor_is_gone_comes_back_to_the_employee()
    {
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync("haven");
        await visitor.GoToAsync("NoteCode", "fenna");
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync("aangekomen");
        WithoutFenna();

        var look = bot.Get<WithoutAdvisor>();
        Assert.Equal(0, await look.LookAsync(CancellationToken.None));
        await visitor.AnswerAsync("refresh");
        Assert.Contains("aangekomen", visitor.Page.Title, StringComparison.Ordinal);
        bot.Clock.Pass(WithoutAdvisor.Patience);
        Assert.Equal(1, await look.LookAsync(CancellationToken.None));
        await visitor.LookUntilAsync("Deze vertrouwenspersoon kan niet");
        await using var db = bot.Open();
        Assert.False(await db.Set<TimeCellRow>().AnyAsync());
    }

    [Fact]
    public async Task A_slip_that_is_mended_within_ten_minutes_costs_nobody_a_talk()
    {
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync("haven");
        await visitor.GoToAsync("NoteCode", "fenna");
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync("aangekomen");
        WithoutFenna();
        var look = bot.Get<WithoutAdvisor>();
        await look.LookAsync(CancellationToken.None);
        folder.Write("haven", EmployerFolder.Haven);
        LooksUntilTaken();
        bot.Clock.Pass(WithoutAdvisor.Patience);

        Assert.Equal(0, await look.LookAsync(CancellationToken.None));
        await visitor.AnswerAsync("refresh");
        Assert.Contains("aangekomen", visitor.Page.Title, StringComparison.Ordinal);
    }

    private void WithoutFenna()
    {
        var json = EmployerFolder.Haven;
        folder.Write("haven", json[..json.IndexOf(",\n  \"People\"", StringComparison.Ordinal)] + "\n}");
        LooksUntilTaken();
        Assert.Null(Directory.Advisor("fenna"));
    }

    /// <summary>The service looks by itself too: whoever is first takes it.</summary>
    private bool LooksUntilTaken()
    {
        bot.Get<EmployerFollowing>().Look();
        return bot.Get<EmployerSources>().ReadAgain(EmployerFiles.Read(folder.Path), Directory.InFiles).Faults.Count == 0;
    }
}
