using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace VpBot.Room.Pages;

/// <summary>
/// The pages of the room and the desk, as whole HTML documents. They are drawn once and statically: no circuit, no cookie,
/// no script but our own. The program must have called <c>AddRazorComponents</c>.
/// </summary>
public static class RoomPages
{
    public static IResult Room(RoomPageModel model) => Draw<RoomPage>(model, StatusCodes.Status200OK);

    public static IResult Notice(NoticePageModel model, int status = StatusCodes.Status200OK) => Draw<NoticePage>(model, status);

    public static IResult Door(DoorPageModel model) => Draw<DoorPage>(model, StatusCodes.Status200OK);

    public static IResult Entrance(EntrancePageModel model) => Draw<EntrancePage>(model, StatusCodes.Status200OK);

    /// <summary>Where the quick exit leads: one neutral sentence that does not say what was here.</summary>
    public static IResult Closed(Look look) => Draw<ClosedPage>(look, StatusCodes.Status200OK);

    /// <summary>Any page of ours, drawn in the same way.</summary>
    internal static IResult Draw<TPage>(object model, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new Plain(new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model })
        {
            StatusCode = status,
            ContentType = "text/html; charset=utf-8",
            PreventStreamingRendering = true,
        });

    /// <summary>A drawn page, without the header that invites a script which we do not serve.</summary>
    private sealed class Plain(IResult page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.OnStarting(() =>
            {
                httpContext.Response.Headers.Remove("blazor-enhanced-nav");
                return Task.CompletedTask;
            });
            return page.ExecuteAsync(httpContext);
        }
    }
}
