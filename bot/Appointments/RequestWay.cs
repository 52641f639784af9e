using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments;

/// <summary>A button on the page of one request that leads into another goal: for the employee in the room, or for the advisor at the desk.</summary>
public interface IRequestWay
{
    /// <summary>What the button sends; no two ways on one page share it.</summary>
    string Value { get; }

    bool AtTheDesk { get; }

    int Order { get; }

    /// <summary>What the plan of the request's employer must hold for it.</summary>
    Capability? Needs => null;

    /// <summary>The button, with <see cref="Value"/> as its value; null while there is nothing to go to for this request as it stands.</summary>
    Task<Option?> OfferAsync(Database db, AppointmentRow row, Setting setting, Guest guest);

    Outcome.GoTo Go(AppointmentRow row);
}

public static class RequestWays
{
    /// <summary>What is offered now for this request, in order.</summary>
    /// <param name="employer">The request's own; null when it is not served any more.</param>
    public static async Task<IReadOnlyList<Option>> OfferedAsync(
        this IEnumerable<IRequestWay> ways, bool atTheDesk, Database db, AppointmentRow row, Employer? employer, Setting setting, Guest guest)
    {
        var offered = new List<Option>();
        foreach (var way in ways.Where(way => way.AtTheDesk == atTheDesk && IsOn(way, employer)).OrderBy(way => way.Order))
        {
            if (await way.OfferAsync(db, row, setting, guest) is { } option)
                offered.Add(option);
        }

        return offered;
    }

    public static IRequestWay? Of(this IEnumerable<IRequestWay> ways, bool atTheDesk, string value, Employer? employer) =>
        ways.SingleOrDefault(way => way.AtTheDesk == atTheDesk && way.Value == value && IsOn(way, employer));

    private static bool IsOn(IRequestWay way, Employer? employer) => way.Needs is null || employer?.Offers(way.Needs) == true;
}
