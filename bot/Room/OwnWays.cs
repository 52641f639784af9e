using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Room;

/// <summary>The ways that every room begins with. What they lead to is known here by name alone.</summary>
internal sealed record OwnWays(string Goal, int Order, Func<Setting, HallPhrases, Option?> Offer) : IWayIn
{
    public static IReadOnlyList<IWayIn> All { get; } =
    [
        new OwnWays("talk", 10, static (_, words) => new("talk", words.Talk, words.TalkDetail)),
        new OwnWays("consultation", 20, static (setting, words) =>
            setting.Employer.Offers(Capability.ConsultationHours) && setting.Employer.Advisors.Any(advisor => !setting.Employer.IsForAccused(advisor) && advisor.Hours.HoldsConsultations)
                ? new("consultation", words.Consultation, words.ConsultationDetail)
                : null),
        new OwnWays("explain", 30, static (_, words) => new("explain", words.Explain, words.ExplainDetail)),
        new OwnWays("appointment", 40, static (_, words) => new("appointment", words.Appointment, words.AppointmentDetail)),
    ];

    public bool AtTheDesk => false;

    public Task<Option?> OfferAsync(Database db, Setting setting, Guest guest) => Task.FromResult(Offer(setting, setting.Words<HallPhrases>()));
}
