using System.Globalization;
using Azure.Core;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>A provider with advisors "a0", "a1" and so on, whose mailboxes lie in a <see cref="FakeGraph"/>.</summary>
internal sealed class GraphProvider : IAsyncDisposable
{
    public const string Tenant = "10000000-0000-4000-8000-000000000001";

    private readonly GraphLine _line;

    private GraphProvider(FakeGraph graph, int advisors, GraphPatience patience)
    {
        Graph = graph;
        Advisors = [.. Enumerable.Range(0, advisors).Select(Advisor)];
        var mailboxes = new ProviderMailboxes(Directory([.. Advisors]));
        _line = new GraphLine(graph.Address, Token, mailboxes, patience);
        Mailbox = new GraphMailbox(_line, new FreeBusy(_line, mailboxes));
        Subscriptions = new GraphSubscriptions(_line, mailboxes);
    }

    public FakeGraph Graph { get; }

    public FixedToken Token { get; } = new();

    public IReadOnlyList<ExternalAdvisor> Advisors { get; }

    public GraphMailbox Mailbox { get; }

    public GraphSubscriptions Subscriptions { get; }

    public static async Task<GraphProvider> StartAsync(int advisors = 1, TimeSpan? perRequest = null) =>
        new(await FakeGraph.StartAsync(), advisors, GraphPatience.Usual with { PerRequest = perRequest ?? GraphPatience.Usual.PerRequest });

    public static EmployerDirectory Directory(params Advisor[] advisors)
    {
        var provider = new Provider("Bureau", Tenant, "088");
        var employer = new Employer("duinrand", "Duinrand", "20000000-0000-4000-8000-000000000002", provider, advisors);
        return new(new Served(provider, [employer])
        {
            ProviderAdvisors = [],
            Sources = new Dictionary<string, AdvisorSource>(),
            InFiles = new HashSet<string>(),
            Leaving = new Dictionary<string, IReadOnlyList<string>>(),
        });
    }

    public static ExternalAdvisor Advisor(int number) => new(Name(number), Tenant, ObjectId(number), "Sanne", "088")
    {
        About = Nothing,
        Certificate = Nothing,
        OtherRoles = Nothing,
        Place = Nothing,
        Languages = [],
        Ways = [],
        RespondsWithin = TimeSpan.FromDays(1),
        Hours = BuiltIn.AnAdvisor.OpenDaily(),
        Mailbox = Mail(number),
    };

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number}");

    public static string Mail(int number) => $"{Name(number)}@luwte.example";

    public static string ObjectId(int number) => string.Create(CultureInfo.InvariantCulture, $"10000000-0000-4000-8000-{number:x12}");

    public async ValueTask DisposeAsync()
    {
        _line.Dispose();
        await Graph.DisposeAsync();
    }

    private static readonly LocalText Nothing = new(new Dictionary<string, string>());
}

/// <summary>A credential that keeps what it was asked for.</summary>
internal sealed class FixedToken : TokenCredential
{
    public List<TokenRequestContext> Asked { get; } = [];

    public Exception? Fault { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(requestContext);
        return Fault is null ? new AccessToken("a-token", DateTimeOffset.MaxValue) : throw Fault;
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
