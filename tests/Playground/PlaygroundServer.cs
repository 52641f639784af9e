namespace VpBot.Playground;

/// <summary>
/// A local Teams and Graph around the unmodified bot: token issuer, managed identity, Bot Connector, mailboxes, people, and what their tenants keep.
/// It listens on loopback only.
/// </summary>
public sealed class PlaygroundServer : IAsyncDisposable
{
    private readonly PlaygroundOptions options;
    private readonly BotLine line;
    private readonly WebApplication web;

    private PlaygroundServer(PlaygroundOptions options)
    {
        this.options = options;
        var (time, settings) = (options.Time, SettingsTemplate.Read(Repository.SettingsTemplate));
        AppId = settings.AppId;
        Changes = new(time);
        line = new(time);
        Tokens = new(settings.AppId, () => ServiceUrl, time);
        Identity = new(settings.ManagedIdentityClientId, settings.ProviderTenantId, time);
        var (chats, faults) = (new Chats(time), new ConnectorFaults());
        Teams = new(settings.People, chats, new(settings.AppId, () => ServiceUrl, time, chats.NewId), line, Tokens, Changes, time);
        Connector = new(new($"28:{settings.AppId}", chats, Teams, faults), faults, Identity, Changes, time);
        Graph = new(settings.People, settings.WorkingHours, Identity, () => line.Client, Changes, time);
        web = PlaygroundWeb.Build(this, options.Port);
    }

    public string AppId { get; }

    /// <summary>Known once started, e.g. <c>http://127.0.0.1:4180/</c>.</summary>
    public Uri Address => new(web.Urls.First());

    /// <summary>What activities carry as <c>serviceUrl</c>.</summary>
    public string ServiceUrl => new Uri(Address, BotConnector.Path).ToString();

    public ChannelTokens Tokens { get; }

    public ManagedIdentity Identity { get; }

    public BotConnector Connector { get; }

    public EmulatedGraph Graph { get; }

    public EmulatedTeams Teams { get; }

    public Collector Collector { get; } = new();

    public People People => Teams.People;

    public Changes Changes { get; }

    /// <summary>Null when the options say not to start one.</summary>
    public BotProcess? Bot { get; private set; }

    /// <summary>True while <see cref="ResetAsync"/> runs.</summary>
    public bool IsResetting { get; private set; }

    /// <exception cref="BotDidNotStartException">The bot was to be started and is not ready.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PlaygroundServer> StartAsync(PlaygroundOptions? options = null)
    {
        var playground = new PlaygroundServer(options ?? new());
        try
        {
            await playground.web.StartAsync();
            if (playground.options.StartBot) await playground.StartBotAsync();
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings that a bot at this address needs, as environment variables, for a test that hosts the bot itself.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentFor(Uri bot, string databaseFolder)
    {
        var environment = BotEnvironment.For(Address, bot, databaseFolder, Identity.Secret);
        foreach (var (name, value) in options.ExtraEnvironment) environment[name] = value;
        return environment;
    }

    /// <summary>Lets the emulated Teams talk to a bot that somebody else hosts.</summary>
    public void ConnectBot(HttpClient client) => line.Connect(client);

    /// <summary>An instance of the bot beside others, not started yet. Whoever asks for it disposes it; the options say which database it shares.</summary>
    public BotProcess NewBot() =>
        new(options.BotProgram ?? Repository.BotProgram, bot => EnvironmentFor(bot.Address, bot.DataFolder), options.BotStartBudget, options.Time);

    public async Task InstallEveryoneAsync()
    {
        foreach (var person in People.All) await Teams.InstallAsync(person);
    }

    /// <summary>As new: no data in the bot, no chats, no archive, no mailbox items, no faults; then the app for everyone again.</summary>
    public async Task ResetAsync()
    {
        IsResetting = true;
        Changes.Announce();
        try
        {
            if (Bot is not null) await Bot.StopAsync();
            Bot?.DeleteData();
            Connector.Faults.Clear();
            Connector.Clear();
            Graph.Clear();
            Teams.Clear();
            if (Bot is not null) await Bot.StartAsync();
            if (options.InstallEveryone && line.Client is not null) await InstallEveryoneAsync();
        }
        finally
        {
            IsResetting = false;
            Changes.Announce();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null) await Bot.DisposeAsync();
        await web.DisposeAsync();
        Graph.Dispose();
        line.Dispose();
        Tokens.Dispose();
        Identity.Dispose();
    }

    private async Task StartBotAsync()
    {
        Bot = NewBot();
        await Bot.StartAsync();
        line.Connect(Bot.Address);
        if (options.InstallEveryone) await InstallEveryoneAsync();
    }
}
