using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Privacy;
using VpBot.Storage.Direct;

namespace VpBot.Room;

/// <summary>What a ticket lets in: which door, whose employer, and how the page should look.</summary>
/// <param name="Person">The pseudonym of the employee, or null at the desk.</param>
/// <param name="Advisor">The advisor's key for the desk, or null for the room.</param>
public sealed record Admission(string Employer, string? Person, string? Advisor, string Tongue, string Theme)
{
    /// <summary>Where the employee came from, for who asks for a nudge; it is sealed with the ticket and the session, and ends with them.</summary>
    public Confidential? Chat { get; init; }
}

public sealed class TicketRow
{
    public required byte[] Hash { get; init; }
    public required string Employer { get; init; }
    public required byte[] Sealed { get; init; }
    public required DateTimeOffset ForgetAt { get; init; }
}

internal sealed class TicketShape : IEntityTypeConfiguration<TicketRow>
{
    public void Configure(EntityTypeBuilder<TicketRow> builder)
    {
        builder.ToTable("Tickets").HasKey(row => row.Hash);
        builder.HasIndex(row => row.ForgetAt);
    }
}

/// <summary>One-time tickets from Teams into the room. They live two minutes and open one door once.</summary>
internal sealed class Tickets(Sealing sealing, IEngine engine, GroupCommit commits, RoomSettings settings, TimeProvider clock)
{
    private const string
        Select = """SELECT "Employer", "Sealed", "ForgetAt" FROM "Tickets" WHERE "Hash" = $1""",
        Insert = """INSERT INTO "Tickets" ("Hash", "Employer", "Sealed", "ForgetAt") VALUES ($1, $2, $3, $4)""",
        Delete = """DELETE FROM "Tickets" WHERE "Hash" = $1""";

    private readonly string _room = new Uri(new Uri(settings.Address), "/room").ToString();

    /// <summary>
    /// Writes a ticket, together with <paramref name="mark"/>, and gives the address that carries it in the fragment, which no server log
    /// sees. Null when the mark changed nothing: what asks for a ticket gets one.
    /// </summary>
    public async Task<string?> IssueAsync(Statement mark, Admission admission)
    {
        var ticket = SecretToken.New();
        var written = await commits.WriteFleetingAsync(mark, new Statement(
            Insert,
            ticket.Hash(),
            admission.Employer,
            sealing.Seal(admission.Employer, SealedKind.Ticket, admission, RoomJson.Default.Admission),
            (clock.GetUtcNow() + settings.TicketLifetime).ToUnixTimeMilliseconds()));
        return written == 2 ? $"{_room}#{ticket.Reveal()}" : null;
    }

    /// <summary>The ticket as it was issued; null when it is unknown, used or late: the three are not told apart.</summary>
    public async ValueTask<(TicketRow Row, Admission Admission)?> FindAsync(SecretToken ticket, CancellationToken stopping)
    {
        var hash = ticket.Hash();
        return await engine.FindAsync(new Statement(Select, hash), row => Read(hash, row), stopping) is { } row
            && row.ForgetAt >= clock.GetUtcNow()
            && sealing.Open(row.Employer, SealedKind.Ticket, row.Sealed, RoomJson.Default.Admission) is { } admission
            ? (row, admission)
            : null;
    }

    /// <summary>Takes the ticket out of the world. Of two at once, one removes it.</summary>
    public static Statement Removal(TicketRow ticket) => new(Delete, ticket.Hash);

    private static TicketRow Read(byte[] hash, DbDataReader row) => new()
    {
        Hash = hash,
        Employer = row.GetString(0),
        Sealed = row.GetFieldValue<byte[]>(1),
        ForgetAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
    };
}
