namespace VpBot.Room;

public sealed class RoomSettings
{
    /// <summary>The provider's own address of the room, without a path.</summary>
    public string Address { get; set; } = "";

    /// <summary>Who may show the room inside a frame: Teams, nobody else.</summary>
    public List<string> FrameAncestors { get; set; } = [];

    public TimeSpan TicketLifetime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>After this much silence a session is forgotten.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromMinutes(30);
}
