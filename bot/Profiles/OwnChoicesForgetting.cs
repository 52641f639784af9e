using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Profiles;

/// <summary>Once a day the days that are over go; of an advisor who no longer stands in the settings, everything goes in the end.</summary>
internal sealed class OwnChoicesForgetting(EmployerDirectory directory, OwnChoicesBook book) : IForgetful
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        var due = now + OwnChoicesBook.KeptFor - Daily;
        foreach (var row in await db.Set<OwnChoicesRow>().Where(row => row.ForgetAt < due).ToListAsync(stopping))
        {
            if (directory.Source(row.Advisor) is null)
                continue;
            row.ForgetAt = now + OwnChoicesBook.KeptFor;
            if (book.Open(row) is { } own && own.Since(AmsterdamTime.DayOf(now)) is var left && left.Entries < own.Entries)
                book.Write(row, left, now);
        }

        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The advisor was faster, or another instance. It is looked at again in a minute.
            db.ChangeTracker.Clear();
        }

        return await db.Set<OwnChoicesRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping);
    }
}
