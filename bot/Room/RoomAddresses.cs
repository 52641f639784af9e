using VpBot.Employers;

namespace VpBot.Room;

/// <summary>The addresses that are published: on posters, on cards, in a QR code. They carry the employer's key and nothing else.</summary>
public sealed class RoomAddresses(RoomSettings settings)
{
    public Uri ShortLink(Employer employer) => new(new Uri(settings.Address), $"/open/{employer.Key}");
}
