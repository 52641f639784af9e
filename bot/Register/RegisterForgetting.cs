using Microsoft.EntityFrameworkCore;
using VpBot.Language;
using VpBot.Register.Yearly;
using VpBot.Storage;

namespace VpBot.Register;

/// <summary>Counts that nobody made a report of within two years, and reports past their end.</summary>
internal sealed class RegisterForgetting : IForgetful
{
    public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        var oldest = AmsterdamTime.DayOf(now).Year - Reports.YearsKept;
        return await db.Set<RegisterRow>().Where(row => row.Year < oldest).ExecuteDeleteAsync(stopping)
            + await db.Set<YearlyReportRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping);
    }
}
