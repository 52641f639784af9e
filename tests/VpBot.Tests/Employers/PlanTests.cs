using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Employers;

/// <summary>What a plan does not hold is nowhere: not offered, and refused when an older page asks for it.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private BotInside bot = null!;

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(listen: true, settings: new()
    {
        ["Provider:Plans:Bare:0"] = "InternalAdvisors",
        ["Employers:duinrand:Plan"] = "Bare",
    });

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task What_the_plan_does_not_hold_is_not_offered()
    {
        using var with = new RoomVisitor(bot.Address);
        using var without = new RoomVisitor(bot.Address);
        await with.BeginAsync("windhoek");
        await without.BeginAsync("duinrand");

        Assert.Contains("ask", with.Page.Values);
        Assert.Equal(["talk", "explain", "appointment"], without.Page.Values);

        await without.GoToAsync("NoteCode");
        await without.AnswerAsync("noted");
        Assert.DoesNotContain(without.Page.Values, value => value is "messages" or "aftercare");
        Assert.Contains("forget", without.Page.Values);
    }

    [Theory]
    [InlineData("consultation")]
    [InlineData("ask")]
    [InlineData("messages")]
    [InlineData("aftercare")]
    public async Task An_older_page_that_asks_for_it_is_refused(string goal)
    {
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync("duinrand");
        await visitor.AnswerAsync(goal);

        Assert.Equal((HttpStatusCode.OK, "What", "start"), (visitor.Page.Status, visitor.Page.Step, visitor.Page.Hidden["goal"]));
    }

    [Fact]
    public async Task Whoever_is_inside_when_it_is_switched_off_is_led_out_with_a_sentence()
    {
        using var folder = new EmployerFolder();
        await using var served = await BotInside.StartAsync(listen: true, settings: new(folder.Settings) { ["Provider:Plans:Bare:0"] = "InternalAdvisors" });
        using var visitor = new RoomVisitor(served.Address);
        await visitor.BeginAsync("haven");
        await visitor.AnswerAsync("ask");
        Assert.Equal("ask", visitor.Page.Hidden["goal"]);

        folder.Change("haven", "\"Name\": \"Haven (fictief)\"", "\"Name\": \"Haven (fictief)\", \"Plan\": \"Bare\"");
        await BotInside.UntilAsync("the plan", () => Task.FromResult(!served.Get<EmployerDirectory>().ByKey("haven")!.Offers(Capability.OwnWords)));
        await visitor.AnswerAsync("Wat kan een vertrouwenspersoon doen?");

        Assert.Equal("start", visitor.Page.Hidden["goal"]);
        Assert.Contains("Deze pagina was niet meer de laatste.", visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_plan_everything_is_on()
    {
        Assert.All(Enum.GetValues<Capability>(), capability => Assert.True((Template.Duinrand with { Capabilities = Enum.GetValues<Capability>() }).Offers(capability)));
        Assert.True((Template.Duinrand with { Capabilities = [] }).Offers(null));
    }

    [Fact]
    public void Nothing_that_protects_somebody_can_be_switched_off() =>
        Assert.DoesNotContain(bot.App.Services.GetServices<IGoal>(), goal => goal.Name is "start" or "talk" or "accused" or "appointment" or "explain" or "desk" or "self" && goal.Needs is not null);

    [Fact]
    public void The_providers_own_advisors_keep_their_desk_whatever_a_plan_holds()
    {
        var setting = new Setting(Template.Duinrand with { Capabilities = [] }, Tongue.Dutch, bot.Clock.GetUtcNow(), true);

        Assert.True(setting.Allows(Capability.SoundingBoard, new Guest(null, "sanne", "")));
        Assert.False(setting.Allows(Capability.SoundingBoard, new Guest(null, "marijke", "")));
        Assert.False(setting.Allows(Capability.OwnWords, new Guest(null, null, "")));
    }
}
