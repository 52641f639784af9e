using Microsoft.EntityFrameworkCore;
using VpBot.Storage;

namespace VpBot.Room;

/// <summary>Sessions after silence, and tickets that nobody used.</summary>
internal sealed class RoomForgetting : IForgetful
{
    public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping) =>
        await db.Set<SessionRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping)
        + await db.Set<TicketRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping);
}
