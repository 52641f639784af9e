using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Dialogs;
using VpBot.Teams.Outgoing;

namespace VpBot.Teams.Incoming;

/// <summary>One accepted activity: its effect, once, and its answer.</summary>
internal sealed class Turns(
    IDbContextFactory<Database> databases,
    EmployerDirectory directory,
    KeyedHash hash,
    SeenActivities seen,
    Outbox outbox,
    AdvisorConversations conversations,
    TaskFetch taskFetch,
    CardAction cardAction,
    CardDialog cardDialog,
    ComposeExtension composeExtension,
    TimeProvider clock)
{
    // Compiled once for the model of this instance's database.
    private readonly Func<Database, byte[], CancellationToken, Task<SeenActivityRow?>> _seen = EF.CompileAsyncQuery(
        (Database db, byte[] hash, CancellationToken _) => db.Set<SeenActivityRow>().AsNoTracking().SingleOrDefault(row => row.Hash == hash));

    private static readonly TimeSpan WelcomeOnceIn = TimeSpan.FromMinutes(10);

    public Task<TurnAnswer> HandleAsync(Activity activity, CancellationToken stopping)
    {
        // Before anything that could remember it.
        if (ComposeExtension.IsAsked(activity))
            return Task.FromResult(composeExtension.Answer(activity));
        return (activity.Type, activity.Name) switch
        {
            ("invoke", "task/fetch") => CardDialog.IsAsked(activity) ? cardDialog.OpenAsync(activity, stopping) : taskFetch.AnswerAsync(activity),
            ("invoke", "task/submit") => cardDialog.SubmitAsync(activity, stopping),
            // Not marked: a press that comes again gets the card as it stands.
            ("invoke", "adaptiveCard/action") => cardAction.AnswerAsync(activity, stopping),
            ("message", _) when EmployeesEmployer(activity) is { } employer => TypedAsync(activity, employer),
            _ => WithDatabaseAsync(activity, stopping),
        };
    }

    /// <summary>Null for an advisor: their chat is remembered too.</summary>
    private Employer? EmployeesEmployer(Activity activity) =>
        directory.AdvisorOf(activity.Conversation!.TenantId, activity.From!.AadObjectId) is null ? directory.ByTenant(activity.Conversation.TenantId) : null;

    /// <summary>A line of an employee, whatever it says: the same card, once.</summary>
    private async Task<TurnAnswer> TypedAsync(Activity activity, Employer employer)
    {
        await outbox.WriteAsync(
            seen.Mark(activity), employer.Key, CatalogueCarrier.KindName, StepOf(activity, CatalogueCard.DoNotType), Send(activity, CatalogueCard.DoNotType), TeamsJson.Default.CatalogueSend);
        return TurnAnswer.Accepted;
    }

    private async Task<TurnAnswer> WithDatabaseAsync(Activity activity, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var isNew = await SeeAsync(db, seen.HashOf(activity), SeenActivities.Remembered, stopping);
        return activity.Type switch
        {
            "invoke" => TurnAnswer.NotImplemented,
            _ when !isNew => TurnAnswer.Accepted,
            "message" => await AdvisorTypedAsync(db, activity, stopping),
            "conversationUpdate" when BotWasAdded(activity) => await WelcomeAsync(db, activity, stopping),
            "installationUpdate" when activity.Action is "add" or "add-upgrade" => await WelcomeAsync(db, activity, stopping),
            "installationUpdate" when activity.Action is "remove" or "remove-upgrade" => await GoneAsync(db, activity, stopping),
            _ => await SavedAsync(db, stopping),
        };
    }

    /// <summary>Marks something as seen, in the transaction of the turn. A race between instances ends in one winner at saving.</summary>
    private async Task<bool> SeeAsync(Database db, byte[] marked, TimeSpan remember, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var row = await _seen(db, marked, stopping);
        if (row is not null && row.ForgetAt > now)
            return false;
        if (row is not null)
            await db.Set<SeenActivityRow>().Where(r => r.Hash == marked).ExecuteDeleteAsync(stopping);
        db.Add(new SeenActivityRow { Hash = marked, ForgetAt = now + remember });
        return true;
    }

    private async Task<TurnAnswer> AdvisorTypedAsync(Database db, Activity activity, CancellationToken stopping)
    {
        if (directory.ByTenant(activity.Conversation!.TenantId) is { } employer)
            Enqueue(db, activity, employer, CatalogueCard.DoNotType);
        await RememberAdvisorAsync(db, activity, stopping);
        return await SavedAsync(db, stopping);
    }

    /// <summary>Teams announces one installation twice. The person gets one welcome.</summary>
    private async Task<TurnAnswer> WelcomeAsync(Database db, Activity activity, CancellationToken stopping)
    {
        await RememberAdvisorAsync(db, activity, stopping);
        if (directory.ByTenant(activity.Conversation!.TenantId) is { } employer
            && await SeeAsync(db, WelcomeIn(activity), WelcomeOnceIn, stopping))
        {
            Enqueue(db, activity, employer, CatalogueCard.FrontDoor);
        }

        return await SavedAsync(db, stopping);
    }

    private async Task<TurnAnswer> GoneAsync(Database db, Activity activity, CancellationToken stopping)
    {
        var welcomed = WelcomeIn(activity);
        if (await db.Set<SeenActivityRow>().FindAsync([welcomed], stopping) is { } row)
            db.Remove(row);
        if (directory.AdvisorOf(activity.Conversation!.TenantId, activity.From!.AadObjectId) is { } advisor)
            await conversations.ForgetAsync(db, advisor, stopping);
        return await SavedAsync(db, stopping);
    }

    private async Task RememberAdvisorAsync(Database db, Activity activity, CancellationToken stopping)
    {
        if (directory.AdvisorOf(activity.Conversation!.TenantId, activity.From!.AadObjectId) is not { } advisor)
            return;
        await conversations.KeepAsync(db, advisor, new(activity.ServiceUrl!, activity.Conversation.Id!, activity.From.Id!), stopping);
        if (advisor is ExternalAdvisor)
            await WelcomeAdvisorAsync(db, activity, advisor, stopping);
    }

    /// <summary>An advisor of the provider sees once that handoffs will arrive here, and how to open the desk.</summary>
    private async Task WelcomeAdvisorAsync(Database db, Activity activity, Advisor advisor, CancellationToken stopping)
    {
        if (activity.Type != "message" && !await SeeAsync(db, WelcomeIn(activity), WelcomeOnceIn, stopping))
            return;
        var id = Convert.ToHexStringLower(hash.Of(HashedKind.Activity, $"{DeskReadyCarrier.KindName}\n{activity.Conversation!.Id}\n{activity.Id}"));
        outbox.Add(db, "", DeskReadyCarrier.KindName, id, new DeskReadySend(advisor.Id), TeamsJson.Default.DeskReadySend);
    }

    private void Enqueue(Database db, Activity activity, Employer employer, CatalogueCard card) =>
        outbox.Add(db, employer.Key, CatalogueCarrier.KindName, StepOf(activity, card), Send(activity, card), TeamsJson.Default.CatalogueSend);

    private static CatalogueSend Send(Activity activity, CatalogueCard card) => new(activity.ServiceUrl!, activity.Conversation!.Id!, card);

    private string StepOf(Activity activity, CatalogueCard card) =>
        Convert.ToHexStringLower(hash.Of(HashedKind.Activity, $"{card}\n{activity.Conversation!.Id}\n{activity.Id}"));

    private byte[] WelcomeIn(Activity activity) => hash.Of(HashedKind.Welcome, activity.Conversation!.Id!);

    private async Task<TurnAnswer> SavedAsync(Database db, CancellationToken stopping)
    {
        try
        {
            await outbox.SaveAsync(db, stopping);
        }
        catch (DbUpdateException fault) when (fault.WasTaken())
        {
            // The same activity, at the same moment, at another instance. It has its effect there.
        }

        return TurnAnswer.Accepted;
    }

    private static bool BotWasAdded(Activity activity) =>
        activity.MembersAdded?.Any(member => member.Id is { } id && id == activity.Recipient?.Id) == true;
}
