using System.Text.Json;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Teams.Catalogue;

namespace VpBot.Teams.Outgoing;

/// <summary>One employee's chat as an address that the room can hold, and cannot read.</summary>
internal sealed class EmployeeChat(EmployerChat chats) : IEmployeeChat
{
    public static Confidential AddressOf(Employer employer, string serviceUrl, string conversation) =>
        new(JsonSerializer.Serialize(new EmployerConversation(employer.Key, serviceUrl, conversation), TeamsJson.Default.EmployerConversation));

    public async Task<Sending> NudgeAsync(Employer employer, Confidential chat, CancellationToken stopping) =>
        JsonSerializer.Deserialize(chat.Reveal(), TeamsJson.Default.EmployerConversation) is { } address && address.Employer == employer.Key
            ? await chats.SendAsync(employer, address, CatalogueCard.RoomThere, stopping)
            : new Sending.Blocked();
}
