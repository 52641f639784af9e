using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Teams.Outgoing;

/// <summary>Where one advisor is reached, sealed. It is written when Teams tells us, and only for advisors in the settings.</summary>
public sealed class AdvisorConversationRow
{
    public required string Advisor { get; init; }
    public required byte[] Sealed { get; set; }
}

internal sealed class AdvisorConversationShape : IEntityTypeConfiguration<AdvisorConversationRow>
{
    public void Configure(EntityTypeBuilder<AdvisorConversationRow> builder) =>
        builder.ToTable("AdvisorConversations").HasKey(row => row.Advisor);
}

internal sealed class AdvisorConversations(Sealing sealing)
{
    private const string Purpose = "advisors";

    public async Task KeepAsync(Database db, Advisor advisor, AdvisorConversation conversation, CancellationToken stopping)
    {
        var bytes = sealing.Seal(Purpose, SealedKind.AdvisorConversation, conversation, TeamsJson.Default.AdvisorConversation);
        var row = await db.Set<AdvisorConversationRow>().FindAsync([advisor.Id], stopping);
        if (row is null)
            db.Add(new AdvisorConversationRow { Advisor = advisor.Id, Sealed = bytes });
        else
            row.Sealed = bytes;
    }

    public async Task ForgetAsync(Database db, Advisor advisor, CancellationToken stopping)
    {
        if (await db.Set<AdvisorConversationRow>().FindAsync([advisor.Id], stopping) is { } row)
            db.Remove(row);
    }

    public async Task<AdvisorConversation?> OfAsync(Database db, Advisor advisor, CancellationToken stopping)
    {
        var row = await db.Set<AdvisorConversationRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Advisor == advisor.Id, stopping);
        return row is null ? null : sealing.Open(Purpose, SealedKind.AdvisorConversation, row.Sealed, TeamsJson.Default.AdvisorConversation);
    }
}
