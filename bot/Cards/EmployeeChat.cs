using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Cards;

/// <summary>
/// The chat of one employee, for who asked for a nudge. It takes neither words nor a card: what goes there is always the same entry
/// of the catalogue.
/// </summary>
public interface IEmployeeChat
{
    /// <param name="chat">The address that came with the ticket into the room. Only Teams' own folder can read it.</param>
    Task<Sending> NudgeAsync(Employer employer, Confidential chat, CancellationToken stopping);
}
