using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Storage.Direct;

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

internal sealed class AdvisorConversations(Sealing sealing, IEngine engine)
{
    private const string Purpose = "advisors";
    private const string Select = """SELECT "Sealed" FROM "AdvisorConversations" WHERE "Advisor" = $1""";

    public async Task KeepAsync(Database db, Advisor advisor, AdvisorConversation conversation, CancellationToken stopping)
    {
        if (await OfAsync(advisor, stopping) == conversation)
            return;
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

    public async Task<AdvisorConversation?> OfAsync(Advisor advisor, CancellationToken stopping) =>
        await engine.FindAsync(new Statement(Select, advisor.Id), static row => row.GetFieldValue<byte[]>(0), stopping) is { } bytes
            ? sealing.Open(Purpose, SealedKind.AdvisorConversation, bytes, TeamsJson.Default.AdvisorConversation)
            : null;
}
