using Microsoft.AspNetCore.Components;

namespace VpBot.Room.Pages;

/// <summary>
/// The pages of the room and the desk, as whole HTML documents. They are drawn once and statically: no circuit, no cookie,
/// no script but our own.
/// </summary>
public static class RoomPages
{
    private static readonly KeptParts Kept = new();

    public static IResult Room(RoomPageModel model) => Draw<RoomPage>(model, StatusCodes.Status200OK);

    public static IResult Notice(NoticePageModel model, int status = StatusCodes.Status200OK) => Draw<NoticePage>(model, status);

    public static IResult Door(DoorPageModel model) => Draw<DoorPage>(model, StatusCodes.Status200OK);

    public static IResult Entrance(EntrancePageModel model) => Draw<EntrancePage>(model, StatusCodes.Status200OK);

    /// <summary>Where the quick exit leads: one neutral sentence that does not say what was here.</summary>
    public static IResult Closed(Look look) => Draw<ClosedPage>(look, StatusCodes.Status200OK);

    /// <summary>Any page of ours, drawn in the same way.</summary>
    internal static IResult Draw<TPage>(object model, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new Page<TPage>(model, status);

    /// <summary>Drawn as a whole before the first byte leaves: a fault while drawing is never half a page.</summary>
    private sealed class Page<TPage>(object model, int status) : IResult where TPage : IComponent
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var bytes = new PageBytes();
            new Drawing(bytes, Kept).Draw<TPage>(model);
            var response = httpContext.Response;
            (response.StatusCode, response.ContentType, response.ContentLength) = (status, "text/html; charset=utf-8", bytes.Written.Length);
            await response.Body.WriteAsync(bytes.Written, httpContext.RequestAborted);
        }
    }
}
