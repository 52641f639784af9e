using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Room.Pages;

namespace VpBot.Room;

/// <summary>The room over HTTP: one address, everything in the form.</summary>
internal sealed class RoomEndpoint(RoomTurns turns, EmployerDirectory directory, RoomAddresses addresses, RoomSettings settings, Spoken spoken, ILogger<RoomEndpoint> log)
{
    private readonly Notices _notices = new(directory.Provider);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (RoomForm.IsTooLarge(context))
        {
            await RoomForm.LetFinishAsync(context);
            return _notices.TooLarge(Outside(context));
        }

        if (await RoomForm.ReadAsync(context) is not { } form)
            return _notices.Malformed(Outside(context));
        try
        {
            return await turns.HandleAsync(form, DoorName.Of(context.Connection.RemoteIpAddress), context.RequestAborted) switch
            {
                TurnResult.Shown shown => RoomPages.Room(Model(shown, form)),
                TurnResult.NoTicket => _notices.NoTicket(Outside(context)),
                TurnResult.NoSession => _notices.NoSession(Outside(context)),
                TurnResult.NoEmployer => _notices.NotFound(Outside(context)),
                TurnResult.TooMany => _notices.TooMany(Outside(context)),
                TurnResult.Left => Results.Redirect("/closed"),
                TurnResult.Fetched { File: var file } => Results.File(file.Content, file.MediaType, file.Name),
                _ => throw new InvalidOperationException("A turn has seven outcomes."),
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            RoomLog.TurnFailed(log, fault.GetType().Name);
            return _notices.OurFault(Outside(context));
        }
    }

    public IResult Entrance(HttpContext context) => RoomPages.Entrance(new EntrancePageModel(Outside(context)));

    public IResult Door(HttpContext context, string employer) => directory.ByKey(employer) is { } known
        ? RoomPages.Door(new DoorPageModel(new Look(spoken.At(known.Key, Accepted(context, spoken.All).Code), "auto"), known, [.. spoken.All.Select(tongue => spoken.At(known.Key, tongue.Code))]))
        : _notices.NotFound(Outside(context));

    public static IResult Closed(HttpContext context) => RoomPages.Closed(Outside(context));

    private RoomPageModel Model(TurnResult.Shown shown, RoomForm form)
    {
        // What this turn said is known by now: nobody listens any more.
        var tongue = shown.View.Tongue! with { Heard = null };
        var help = ContentBook.Page("help-right-now", tongue);
        var isDesk = shown.State.Advisor is not null;
        var link = shown.State.InTeams && !isDesk ? addresses.ShortLink(shown.Employer).ToString() : "";
        return new RoomPageModel(
            shown.View,
            new Look(tongue, shown.State.Theme),
            shown.Token,
            shown.Employer,
            shown.State.InTeams,
            isDesk,
            link,
            link.Length > 0 ? QrCode.Of(link) : "",
            (int)settings.SessionIdle.TotalMinutes,
            help.Html)
        {
            Tongues = spoken.All,
            Sent = form.Act == "answer" && form.Step == shown.View.Step && shown.View.Sentence is not null ? new Reply(form.Answer) : null,
            CanGoBack = shown.CanGoBack,
        };
    }

    /// <summary>A page outside a session can offer no other language: it speaks a reviewed one.</summary>
    private static Look Outside(HttpContext context) => new(Accepted(context, Tongue.All), "auto");

    private static Tongue Accepted(HttpContext context, IReadOnlyList<Tongue> tongues) =>
        context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => tongues.FirstOrDefault(tongue => language.Value.StartsWith(tongue.Code, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(tongue => tongue is not null) ?? Tongue.Dutch;
}

internal static partial class RoomLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "A turn in the room failed: {faultType}")]
    public static partial void TurnFailed(ILogger logger, string faultType);
}
