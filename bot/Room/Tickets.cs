using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Privacy;
using VpBot.Storage;

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
public sealed class Tickets(Sealing sealing, RoomSettings settings, TimeProvider clock)
{
    /// <summary>Adds a ticket to the transaction of <paramref name="db"/>; the address carries it in the fragment, which no server log sees.</summary>
    public Uri Issue(Database db, Admission admission)
    {
        var ticket = SecretToken.New();
        db.Add(new TicketRow
        {
            Hash = ticket.Hash(),
            Employer = admission.Employer,
            Sealed = sealing.Seal(admission.Employer, SealedKind.Ticket, admission, RoomJson.Default.Admission),
            ForgetAt = clock.GetUtcNow() + settings.TicketLifetime,
        });
        return new Uri(new Uri(settings.Address), $"/room#{ticket.Reveal()}");
    }

    /// <summary>Takes the ticket out of the world. Null when it is unknown, used or late: the three are not told apart.</summary>
    public async Task<Admission?> RedeemAsync(Database db, SecretToken ticket, CancellationToken stopping)
    {
        var hash = ticket.Hash();
        if (await db.Set<TicketRow>().SingleOrDefaultAsync(r => r.Hash == hash, stopping) is not { } row)
            return null;
        // Of two at once, one removes it; the other's saving fails, and it finds no ticket.
        db.Remove(row);
        return row.ForgetAt < clock.GetUtcNow() ? null : sealing.Open(row.Employer, SealedKind.Ticket, row.Sealed, RoomJson.Default.Admission);
    }
}
