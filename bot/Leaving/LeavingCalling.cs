using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Leaving;

/// <summary>One advisor is told that the employer of this talk leaves.</summary>
internal sealed record LeavingCall(string Appointment, string Advisor);

[JsonSerializable(typeof(LeavingCall))]
internal sealed partial class LeavingJson : JsonSerializerContext;

/// <summary>"Call this person yourself": what an advisor can do before the number goes. It names the reference and nothing else.</summary>
public sealed record LeavingCard(string Reference) : IProviderCard
{
    private static LeavingPhrases Words => Tongue.Dutch.Words<LeavingPhrases>();

    public string Summary => Words.CardTitle;
    public string Title => Words.CardTitle;
    public string Text => Words.CardText;
    public string ReferenceLabel => Words.Reference;
    public string Fallback => Words.CardText;
}

/// <summary>Tells external advisors. Into the tenant of an employer who left nothing goes any more.</summary>
internal sealed class LeavingCalling(AppointmentBook book, IAdvisorChat chat, EmployerDirectory directory, Outbox outbox) : ICarrier
{
    public const string KindName = "employer-leaves";

    public string Kind => KindName;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping) =>
        outbox.Open(row, LeavingJson.Default.LeavingCall) is { } call
        && await book.FindAsync(db, call.Appointment) is { } talk && talk.Advisor == call.Advisor && TalkChanges.IsWithAdvisor(talk.State)
        && book.HandoffOf(talk) is { } handoff
        && directory.Advisor(call.Advisor) is ExternalAdvisor advisor
        && await chat.HandOverAsync(advisor, _ => new LeavingCard(handoff.Reference), stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
}

public sealed class LeavingPhrases : Phrases
{
    public string CardTitle => Say();
    public string CardText => Say();
    public string Reference => Say();
}
