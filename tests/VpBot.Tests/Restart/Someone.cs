using VpBot.Tests.Support;

namespace VpBot.Tests.Restart;

/// <summary>Someone before a press that the bot will not survive.</summary>
internal sealed record Someone(string Name, RoomVisitor Visitor) : IDisposable
{
    /// <summary>The page whose button is pressed, and pressed again.</summary>
    public required RoomPageSeen Before { get; init; }

    /// <summary>The time that was chosen, once it is.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>The appointment's id, once there is one.</summary>
    public string Appointment { get; init; } = "";

    public string? Code { get; set; }

    public int Presses { get; set; }

    public void Dispose() => Visitor.Dispose();
}

/// <summary>A press in Teams that got no answer.</summary>
internal sealed class NoAnswerException(string message) : Exception(message);
