using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What people do in Teams. Every member acts as the Teams client and service do: it stores, audits and posts to the bot.</summary>
public sealed class EmulatedTeams
{
    private readonly Chats chats;
    private readonly BotLine line;
    private readonly ChannelTokens tokens;
    private readonly Changes changes;
    private readonly Dictionary<Tenant, TenantArchive> archives;

    internal EmulatedTeams(People people, Chats chats, Activities activities, BotLine line, ChannelTokens tokens, Changes changes, TimeProvider time)
    {
        (People, this.chats, Activities, this.line, this.tokens, this.changes) = (people, chats, activities, line, tokens, changes);
        archives = people.Tenants.ToDictionary(tenant => tenant, tenant => new TenantArchive(tenant, time));
        Meeting = new(this, time);
    }

    public People People { get; }

    public Activities Activities { get; }

    /// <summary>HR's meeting chat, in which the bot is not.</summary>
    public MeetingChat Meeting { get; }

    /// <summary>Every activity that was posted to the bot, with its answer, oldest first.</summary>
    public IReadOnlyList<SentActivity> Sent => line.Sent;

    internal BotAnswer? LastAnswer => line.Sent is [.., var last] ? last.Answer : null;

    /// <summary>What a tenant now holds, and what it did not get.</summary>
    public TenantArchive Archive(Tenant tenant) => archives[tenant];

    /// <inheritdoc cref="Archive(Tenant)"/>
    public TenantArchive Archive(Person person) => Archive(person.Tenant);

    public IReadOnlyList<ChatMessage> Chat(Person person) => chats.Of(person);

    public bool HasApp(Person person) => chats.HasApp(person);

    /// <summary>Sends both activities that Teams sends; the answer is the one to the last.</summary>
    public async Task<BotAnswer> InstallAsync(Person person)
    {
        GiveApp(person);
        await PostAsync(Activities.MembersAdded(person));
        return await PostAsync(Activities.Installation(person, "add"));
    }

    /// <summary>The app is there; the test posts what Teams says about it.</summary>
    public void GiveApp(Person person)
    {
        chats.SetApp(person, has: true);
        Archive(person).Keep(HeldKind.AppInstalled, person, content: null);
    }

    public async Task<BotAnswer> UninstallAsync(Person person)
    {
        chats.SetApp(person, has: false);
        Archive(person).Keep(HeldKind.AppUninstalled, person, content: null);
        return await PostAsync(Activities.Installation(person, "remove"));
    }

    public Task<BotAnswer> TypeAsync(Person person, string text)
    {
        var activity = Activities.Message(person, text);
        chats.AddTyped(person, text);
        Archive(person).Keep(HeldKind.TypedLine, person, text);
        return PostAsync(activity);
    }

    /// <summary>A button with <c>msteams: {type: task/fetch}</c>: all its data rides in <c>value.data</c>, and no audit line is written.</summary>
    /// <param name="person">Who presses.</param>
    /// <param name="actionData">The button's data, with any inputs merged into it.</param>
    /// <param name="theme"><c>default</c>, <c>dark</c> or <c>contrast</c>.</param>
    /// <param name="messageId">The message the button is in, when it matters.</param>
    public async Task<BotAnswer> PressAsync(Person person, JsonNode actionData, string theme = "default", string? messageId = null)
    {
        Archive(person).Miss(NotHeldKind.TaskFetch, person, detail: null);
        var value = new JsonObject { ["data"] = actionData.DeepClone(), ["context"] = new JsonObject { ["theme"] = theme } };
        var answer = await InvokeAsync(person, "task/fetch", value, messageId);
        // A ticket rides in the fragment; it is nobody's business here either.
        if (answer.Dialog is { } dialog) Archive(person).Miss(NotHeldKind.DialogContent, person, dialog.GetLeftPart(UriPartial.Path));
        changes.Announce();
        return answer;
    }

    /// <summary>A press on <c>Action.Submit</c> within a dialog's card: the answer replaces the card, and no audit line is written.</summary>
    /// <param name="person">Who presses.</param>
    /// <param name="data">The button's data, with the card's inputs merged into it.</param>
    public async Task<BotAnswer> SubmitDialogAsync(Person person, JsonNode data)
    {
        // What was pressed is not written down: the tenant does not hold it, as documented.
        Archive(person).Miss(NotHeldKind.DialogContent, person, detail: null);
        var answer = await InvokeAsync(person, "task/submit", new JsonObject { ["data"] = data.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } });
        changes.Announce();
        return answer;
    }

    /// <summary>The person opens the app under the text box: its form comes back.</summary>
    public Task<BotAnswer> ComposeAsync(Person person, ChatPlace? where = null) =>
        PostAsync(Activities.Compose(person, "composeExtension/fetchTask", where ?? ChatPlace.Meeting));

    /// <summary>A press in that form: another page of it comes back, or a card for the message that the person is writing.</summary>
    public async Task<BotAnswer> SubmitComposeAsync(Person person, JsonNode data, ChatPlace? where = null)
    {
        var answer = await PostAsync(Activities.Compose(person, "composeExtension/submitAction", where ?? ChatPlace.Meeting, data));
        if (answer.ComposedCard is { } card && where is null) Meeting.Put(card);
        changes.Announce();
        return answer;
    }

    /// <summary>A press on an inline <c>Action.Submit</c>: the tenant's audit log gets the person's name and the data.</summary>
    public Task<BotAnswer> SubmitAsync(Person person, string messageId, JsonNode data)
    {
        Archive(person).Keep(HeldKind.PerformedCardAction, person, data);
        return PostAsync(Activities.Submit(person, messageId, data));
    }

    /// <summary>A press on an inline <c>Action.Execute</c>: audited like a submit; a card in the answer replaces the viewer's card.</summary>
    public Task<BotAnswer> ExecuteAsync(Person person, string messageId, string verb, JsonNode? data = null, string? actionId = null)
    {
        Archive(person).Keep(HeldKind.PerformedCardAction, person, new JsonObject { ["verb"] = verb, ["data"] = data?.DeepClone() });
        return ActionAsync(person, messageId, verb, data, actionId, "manual");
    }

    /// <summary>The person looks at their chat: every card that names them in <c>refresh</c> is asked for afresh, once.</summary>
    public async Task ShowAsync(Person person)
    {
        foreach (var message in Chat(person).Where(message => message.RefreshAction is not null))
            await RefreshAsync(message);
    }

    public async Task<BotAnswer?> RefreshAsync(ChatMessage message) => message.RefreshAction is { } action
        ? await ActionAsync(message.Person, message.Id, action["verb"].String() ?? "", action["data"], action["id"].String(), "automatic")
        : null;

    public Task<BotAnswer> InvokeAsync(Person person, string name, JsonNode value, string? replyToId = null) =>
        PostAsync(Activities.Invoke(person, name, value, replyToId));

    /// <summary>Posts an activity with a token that the bot accepts.</summary>
    public Task<BotAnswer> PostAsync(JsonObject activity) => PostAsync(activity.Text(), tokens.Issue());

    /// <summary>Posts anything with any token, or with none.</summary>
    public async Task<BotAnswer> PostAsync(string json, string? token)
    {
        var answer = await line.PostAsync(json, token);
        changes.Announce();
        return answer;
    }

    /// <summary>Waits until the person's chat holds a message of the bot that fits.</summary>
    public Task<ChatMessage> MessageAsync(Person person, string what, Func<ChatMessage, bool> fits, TimeSpan? within = null) =>
        changes.UntilAsync($"{what}, in the chat of {person.Name}", () => Chat(person).LastOrDefault(message => message.FromBot && fits(message)), within);

    /// <summary>Somebody follows a link on a card: it opens in their own client, and the bot hears nothing.</summary>
    internal void NoteLink(Person person)
    {
        Archive(person).Miss(NotHeldKind.FollowedLink, person, detail: null);
        changes.Announce();
    }

    internal void NoteToggle(Person person)
    {
        Archive(person).Miss(NotHeldKind.Toggle, person, detail: null);
        changes.Announce();
    }

    internal void Clear()
    {
        chats.Clear();
        line.Clear();
        Meeting.Clear();
        foreach (var archive in archives.Values) archive.Clear();
        changes.Announce();
    }

    private async Task<BotAnswer> ActionAsync(Person person, string messageId, string verb, JsonNode? data, string? actionId, string trigger)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data?.DeepClone() ?? new JsonObject() };
        if (actionId is not null) action["id"] = actionId;
        var answer = await InvokeAsync(person, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = trigger }, messageId);
        if (answer.Card is { } card && chats.Change(person, messageId, message => message with { ViewerCard = card }) is not null)
            Archive(person).Miss(NotHeldKind.AnsweredCard, person, detail: null);
        changes.Announce();
        return answer;
    }
}
