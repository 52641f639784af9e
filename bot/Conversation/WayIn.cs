using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Conversation;

/// <summary>A way from the beginning of the room, or of the desk, into a goal. A folder brings its own, so that the beginning knows no folder.</summary>
public interface IWayIn
{
    /// <summary>The goal it leads to; also what the form sends.</summary>
    string Goal { get; }

    bool AtTheDesk { get; }

    /// <summary>What the employer's plan must hold for it.</summary>
    Capability? Needs => null;

    /// <summary>Where it stands in the list. The room's own ways stand at 10 (talk), 20 (consultation), 30 (explain) and 40 (appointment).</summary>
    int Order { get; }

    /// <summary>How it is shown, with <see cref="Goal"/> as its value; null while there is nothing to go to.</summary>
    Task<Option?> OfferAsync(Database db, Setting setting, Guest guest);
}

public static class WaysIn
{
    /// <summary>What is offered now, in order.</summary>
    public static async Task<IReadOnlyList<Option>> OfferedAsync(this IEnumerable<IWayIn> ways, bool atTheDesk, Database db, Setting setting, Guest guest)
    {
        var offered = new List<Option>();
        foreach (var way in ways.Where(way => way.AtTheDesk == atTheDesk && setting.Allows(way.Needs, guest)).OrderBy(way => way.Order))
        {
            if (await way.OfferAsync(db, setting, guest) is { } option)
                offered.Add(option);
        }

        return offered;
    }
}
