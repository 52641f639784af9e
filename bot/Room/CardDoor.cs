using System.Diagnostics;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Room;

/// <summary>One press in a card dialog. <paramref name="Owner"/> is the pseudonym of who pressed, as Teams vouches for it.</summary>
internal sealed record CardPressed(string Owner, string Act, string Session, string Goal, string Step, IReadOnlyList<string> Answer);

/// <summary>What a card dialog shows after a press.</summary>
internal abstract record CardTurn
{
    private CardTurn() { }

    public sealed record Shown(View View, Tongue Tongue, string Session, Employer Employer, bool CanGoBack) : CardTurn;

    /// <summary>Closed, forgotten after silence, or somebody else's: the three are not told apart.</summary>
    public sealed record Gone : CardTurn;

    public sealed record Left : CardTurn;

    /// <summary>Our fault; a log line says of what type. The same press may be tried again.</summary>
    public sealed record Failed : CardTurn;
}

/// <summary>
/// The room for a surface that draws the prompts itself. It is the same room: the same sessions, goals and prompts. A session
/// that is opened here belongs to one person and answers nobody else, and no page.
/// </summary>
internal sealed class CardDoor(RoomTurns turns, ILogger<CardDoor> log)
{
    public Task<CardTurn> OpenAsync(string owner, Employer employer, Tongue tongue, CancellationToken stopping) =>
        TurnAsync(new RoomForm("cards", "", "", "", [], "", employer.Key, tongue.Code) { Owner = owner }, owner, stopping);

    public Task<CardTurn> PressAsync(CardPressed pressed, CancellationToken stopping) =>
        TurnAsync(
            new RoomForm(pressed.Act, pressed.Session, pressed.Goal, pressed.Step, pressed.Answer, "", "", "") { Owner = pressed.Owner },
            pressed.Owner,
            stopping);

    /// <summary>False for more or longer values than a page may send.</summary>
    public static bool IsBounded(IReadOnlyList<string> values) =>
        values.Count <= RoomForm.MostValues && values.All(value => value.Length <= RoomForm.LongestValue);

    private async Task<CardTurn> TurnAsync(RoomForm form, string owner, CancellationToken stopping)
    {
        try
        {
            return await turns.HandleAsync(form, owner, stopping) switch
            {
                TurnResult.Shown shown => new CardTurn.Shown(shown.View, shown.View.Tongue!, shown.Token, shown.Employer, shown.CanGoBack),
                TurnResult.NoSession or TurnResult.NoTicket or TurnResult.NoEmployer => new CardTurn.Gone(),
                TurnResult.Left => new CardTurn.Left(),
                _ => throw new UnreachableException("A card asks for no file."),
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            RoomLog.TurnFailed(log, fault.GetType().Name);
            return new CardTurn.Failed();
        }
    }
}
