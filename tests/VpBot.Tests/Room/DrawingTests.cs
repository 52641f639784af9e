using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VpBot.Announcing;
using VpBot.Announcing.Pages;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Room.Pages;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Room;

/// <summary>A page is drawn in one go, without the framework's renderer, and is what that one would have drawn.</summary>
public sealed class DrawingTests
{
    private const string Odd = "Zoë & \"Co\" <b>één</b> 'hier' \U0001F600 + =`\n\tאב";
    private const int MostPerPage = 10 * 1024;
    private static readonly Employer Duinrand = Template.Duinrand;

    public static TheoryData<string> Prompts => [.. OfEveryKind.Keys];

    private static Dictionary<string, Prompt> OfEveryKind { get; } = new()
    {
        ["choose"] = new Prompt.Choose(Odd, Odd, [new("a", Odd, Odd, [new(Odd, Odd) { Lang = "nl" }]), new("b", "B") { CanChoose = false, Lang = "en" }, new("c", "C", Lines: [new("L", "T")])], Odd),
        ["groups"] = new Prompt.Choose("Titel", null, [new("a", "A") { Group = Odd }, new("b", "B"), new("c", "C") { Group = Odd, Portrait = new(Odd, "data:image/png;base64,AA==", 64, 64) }], "Verder"),
        ["many"] = new Prompt.ChooseMany("Titel", "Waarom", [new("a", "A"), new("b", "B", "detail")], "Verder"),
        ["words"] = new Prompt.Write("Titel", "Waarom", Odd, Odd, 600, WritingKind.Words, "Verder", "Liever niet") { Now = Odd },
        ["few words"] = new Prompt.Write("Titel", null, "Naam", null, 40, WritingKind.Words, "Verder", null),
        ["phone"] = new Prompt.Write("Titel", "Waarom", "Nummer", "hint", 24, WritingKind.Phone, "Verder", "Ik bel zelf"),
        ["code"] = new Prompt.Write("Titel", "Waarom", "Code", null, 20, WritingKind.Code, "Verder", null),
        ["photo"] = new Prompt.AddPhoto("Titel", null, "Foto", Odd, 1_000_000, Odd, "Verder", "Geen foto"),
        ["read"] = new Prompt.Read("Titel", "Stand", "<h2>Kop</h2>\n<p>é &amp; <a href=\"#help\">hier</a></p>", [new("next", "Verder", Odd), new("start", "Terug")]) { Files = [new("f", "Bestand", "detail"), new("g", "Ander")] },
        ["time"] = new Prompt.PickTime("Titel", "Waarom", [.. Enumerable.Range(1, 7).Select(day => new DayOfTimes($"dag {day}", [new($"{day}/1", "9.00", Odd), new($"{day}/2", "10.00")]))], "Meer dagen", "Kies"),
        ["confirm"] = new Prompt.Confirm("Titel", Odd, [new(Odd, Odd) { Lang = "nl" }], Odd, "Ja") { Shown = [new(Odd, new("x", "Sanne", "over", [new("Rol", "geen")]), Tongue.English)] },
        ["tell"] = new Prompt.Tell("Titel", null, [Odd, "Twee"], [new(Odd, Odd)], "ABCD-EFGH-JKLM", [new("noted", "Verder")]) { Link = new(Odd, new("https://example.org/?a=1&b=2")), File = "Haal op" },
    };

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task Every_page_of_the_room_is_what_the_framework_would_draw(string kind)
    {
        foreach (var tongue in Tongue.All)
        {
            foreach (var (inTeams, isDesk) in new[] { (true, false), (false, false), (true, true) })
            {
                await AgreeAsync<RoomPage>(Model(OfEveryKind[kind], tongue, inTeams, isDesk));
                await AgreeAsync<RoomPage>(Model(OfEveryKind[kind], tongue, inTeams, isDesk, Odd) with { Sent = Reply.Of(Odd) });
            }
        }
    }

    [Fact]
    public async Task A_page_in_an_unreviewed_language_is_what_the_framework_would_draw()
    {
        var frisian = new Tongue("fy", "Frysk", System.Globalization.CultureInfo.GetCultureInfo("fy-NL")) { Reviewed = Tongue.Dutch, NotReviewed = Odd, Wordings = Wordings.Within("nl") };
        await AgreeAsync<RoomPage>(Model(OfEveryKind["choose"], frisian, inTeams: true, isDesk: false));
    }

    [Fact]
    public async Task Every_other_page_is_what_the_framework_would_draw()
    {
        foreach (var tongue in Tongue.All)
        {
            var look = new Look(tongue, "auto");
            await AgreeAsync<NoticePage>(new NoticePageModel(look, Odd, [Odd, "Twee"], [new("/room?a=1&b=2", Odd)]));
            await AgreeAsync<DoorPage>(new DoorPageModel(look, Duinrand, Tongue.All));
            await AgreeAsync<EntrancePage>(new EntrancePageModel(look));
            await AgreeAsync<ClosedPage>(look);
            foreach (var agree in new[] { AgreeAsync<KitPage>, AgreeAsync<PosterPage>, AgreeAsync<SlidePage> })
                await agree(new Kit(Duinrand, tongue, "https://spreekkamer.example/open/duinrand", "<svg></svg>"));
        }
    }

    [Fact]
    public void A_page_takes_less_than_ten_kilobytes_of_memory_beside_its_own_bytes()
    {
        var (kept, model, least) = (new KeptParts(), Model(OfEveryKind["choose"], Tongue.Dutch), long.MaxValue);
        for (var time = 0; time < 20; time++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using (var page = new PageBytes())
                new Drawing(page, kept).Draw<RoomPage>(model);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, MostPerPage);
    }

    [Fact]
    public void A_component_is_its_parameters_and_its_markup()
    {
        var components = typeof(RoomPages).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ComponentBase))).ToList();
        Assert.Contains(typeof(RoomPage), components);
        Assert.All(components, component => Assert.Empty(WhatIsNotDrawn(component)));
    }

    [Fact]
    public void A_component_that_waits_or_is_given_something_is_found() =>
        Assert.Equal(["OnInitializedAsync", "Clock"], WhatIsNotDrawn(typeof(Waiting)));

    internal static RoomPageModel Model(Prompt prompt, Tongue tongue, bool inTeams = true, bool isDesk = false, string? sentence = null)
    {
        var view = new View("talk", "Step", [new("For", Odd, "Meedenken\nen daarna", true), new("About", "Waarover?", Odd, false)], prompt, sentence)
        {
            Exposed = ExposureRegister.At(inTeams ? Place.Teams : Place.OwnDevice, [Surface.Answers, Surface.Request]),
            ChangedOn = sentence is null ? null : new DateOnly(2026, 11, 20),
        };
        return new(view, new(tongue, "dark"), "token-of-a-test", Duinrand, inTeams, isDesk, "https://spreekkamer.example/open/duinrand", inTeams && !isDesk ? "<svg></svg>" : "", 20, "<p>é</p>")
        {
            Tongues = Tongue.All,
            CanGoBack = sentence is null,
        };
    }

    internal static string Drawn<TPage>(object model, KeptParts kept) where TPage : IComponent
    {
        using var page = new PageBytes();
        new Drawing(page, kept).Draw<TPage>(model);
        return Encoding.UTF8.GetString(page.Written.Span);
    }

    /// <summary>As it is drawn for the first one, and for the next, who gets what was kept.</summary>
    private static async Task AgreeAsync<TPage>(object model) where TPage : IComponent
    {
        var kept = new KeptParts();
        var theirs = await FrameworkAsync<TPage>(model);
        Assert.Equal(theirs, Drawn<TPage>(model, kept));
        Assert.Equal(theirs, Drawn<TPage>(model, kept));
    }

    private static async Task<string> FrameworkAsync<TPage>(object model) where TPage : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model }))).ToHtmlString());
    }

    /// <summary>What of a component is asked or told only by the framework's own renderer.</summary>
    private static IEnumerable<string> WhatIsNotDrawn(Type component)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var asked = component.GetMethods(Own).Where(method => method.GetBaseDefinition().DeclaringType == typeof(ComponentBase)).Select(method => method.Name)
            .Except(["BuildRenderTree", "OnParametersSet"]);
        var given = component.GetProperties(Own).Where(property => property.IsDefined(typeof(InjectAttribute)) || property.IsDefined(typeof(CascadingParameterAttribute)));
        return [.. asked, .. given.Select(property => property.Name), .. component.IsAssignableTo(typeof(IDisposable)) || component.IsAssignableTo(typeof(IAsyncDisposable)) ? ["Dispose"] : Array.Empty<string>()];
    }

    private sealed class Waiting : ComponentBase
    {
        [Inject] public TimeProvider Clock { get; set; } = TimeProvider.System;

        protected override void OnParametersSet() => base.OnParametersSet();

        protected override Task OnInitializedAsync() => Task.CompletedTask;
    }
}
