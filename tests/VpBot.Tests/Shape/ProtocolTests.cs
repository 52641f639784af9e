using System.Reflection;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Outgoing;

namespace VpBot.Tests.Shape;

/// <summary>Only <c>bot/Teams</c> speaks to the Bot Connector, and nothing can say a sentence of its own in an employer's tenant.</summary>
public sealed class ProtocolTests
{
    private static readonly string[] Marks = ["smba", "v3/conversations", "task/fetch", "composeExtension", "botframework"];

    /// <summary>A file about the app, that Teams reads once; nothing is said over the wire with it.</summary>
    private const string Manifest = "Packaging/AppManifest.cs";

    private static readonly Type[] MayReachTheConnector =
        [typeof(EmployerChat), typeof(AdvisorChat), typeof(BotConnector), typeof(VpBot.Teams.TeamsSetup)];

    [Fact]
    public void Only_the_folder_Teams_knows_the_protocol() => Assert.Empty(SpeaksProtocol(Sources.Code));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("v3/conversations/1/activities")]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData("https://api.botframework.com")]
    public void A_planted_line_of_protocol_is_found(string words)
    {
        Assert.Single(SpeaksProtocol([new("Room/Planted.cs", $"    const string Planted = \"{words}\";")]));
        Assert.Empty(SpeaksProtocol([new("Teams/Planted.cs", $"    const string Planted = \"{words}\";")]));
    }

    [Fact]
    public void Into_an_employers_tenant_only_a_catalogue_entry_can_be_sent()
    {
        Assert.Equal([typeof(Employer), Conversation, typeof(CatalogueCard), typeof(CancellationToken)], ParametersOfOnlyMethod(typeof(EmployerChat)));
        Assert.True(typeof(CatalogueCard).IsEnum);
        Assert.True(IsClosed(typeof(EmployerChat)));
    }

    [Fact]
    public void A_planted_way_to_send_words_is_found() => Assert.False(IsClosed(typeof(PlantedChat)));

    [Fact]
    public void An_internal_advisor_can_be_called_and_told_nothing() =>
        Assert.Equal([typeof(InternalAdvisor), typeof(CancellationToken)], Parameters(nameof(IAdvisorChat.CallAsync)));

    [Fact]
    public void Content_goes_to_an_external_advisor_as_a_card_of_the_provider()
    {
        Type[] content = [typeof(ExternalAdvisor), typeof(Func<string, IProviderCard>), typeof(CancellationToken)];
        Assert.Equal(content, Parameters(nameof(IAdvisorChat.HandOverAsync)));
        Assert.Equal(content, Parameters(nameof(IAdvisorChat.RefreshAsync)).Where(type => type != typeof(string)));
        Assert.Equal(3, typeof(IAdvisorChat).GetMethods().Length);
        Assert.DoesNotContain(typeof(IProviderCard), typeof(FrontDoor).GetInterfaces());
    }

    [Fact]
    public void Only_the_two_doors_reach_the_connector() => Assert.Empty(ReachTheConnector(typeof(BotConnector).Assembly.GetTypes()));

    [Fact]
    public void A_planted_third_door_is_found() => Assert.Single(ReachTheConnector([typeof(PlantedDoor)]));

    private static Type Conversation => typeof(VpBot.Teams.TeamsSetup).Assembly.GetType("VpBot.Teams.EmployerConversation", throwOnError: true)!;

    private static IEnumerable<string> SpeaksProtocol(IEnumerable<Source> sources) =>
        from source in sources
        where source.Folder != "Teams" && source.Path != Manifest
        from line in source.Lines
        where Marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase))
        select $"{source.Path}: {line.Trim()}";

    /// <summary>True when no public method takes words: only addresses, an employer, a catalogue entry and a stop.</summary>
    private static bool IsClosed(Type chat) =>
        chat.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(method => method.GetParameters())
            .All(parameter => parameter.ParameterType == typeof(Employer) || parameter.ParameterType == typeof(CatalogueCard)
                || parameter.ParameterType == typeof(CancellationToken) || parameter.ParameterType == Conversation);

    private static IEnumerable<Type> ParametersOfOnlyMethod(Type type) =>
        Assert.Single(type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> Parameters(string method) =>
        typeof(IAdvisorChat).GetMethod(method)!.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> ReachTheConnector(IEnumerable<Type> types) =>
        types.Where(type => !MayReachTheConnector.Contains(Outermost(type)) && Bodies.TypesOf(type).Contains(typeof(BotConnector)));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer && outer != typeof(ProtocolTests) ? Outermost(outer) : type;

    private sealed class PlantedChat
    {
        public static Task SendAsync(Employer employer, string words) => Task.FromResult((employer, words));
    }

    private sealed class PlantedDoor(BotConnector connector)
    {
        public Task<Sending> SayAsync(ReadOnlyMemory<byte> words) => connector.PostAsync("", "", "", () => words, CancellationToken.None);
    }
}
