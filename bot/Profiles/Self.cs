using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.ConsultationHours;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Profiles;

/// <summary>"My hours and profile": an advisor sets what the settings say otherwise, one thing at a time.</summary>
public sealed class Self(EmployerDirectory directory, OwnChoicesBook book) : Goal<SelfDraft>(SelfSteps.Dialog, static () => SelfJson.Default.SelfDraft)
{
    public const string GoalName = "desk-self";

    private static readonly AppointmentState[] Standing = [.. Enum.GetValues<AppointmentState>().Where(TalkChanges.Stands)];

    public override bool AtTheDesk => true;

    protected override SelfDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<SelfDraft> GatherAsync(Database db, SelfDraft draft, string step, Setting setting, Guest guest)
    {
        var id = guest.Advisor ?? "";
        var source = directory.Source(id) ?? throw new InvalidOperationException("The desk is opened by an advisor of the settings.");
        var row = await OwnChoicesBook.FindAsync(db, id);
        var own = row is null ? null : book.Open(row);
        // Nobody stands in across the two sides of one matter.
        var others = directory.Employers.Where(employer => employer.Advisor(id) is not null)
            .SelectMany(employer => employer.Advisors.Where(advisor => employer.IsForAccused(advisor) == employer.ForAccused.Contains(id)))
            .DistinctBy(advisor => advisor.Id).Where(advisor => advisor.Id != id);
        var talks = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(talk => talk.Advisor == id && talk.StartsAt > setting.Now && Standing.Contains(talk.State)).OrderBy(talk => talk.StartsAt).ToListAsync();
        var places = await db.Set<ConsultationPlaceRow>().AsNoTracking()
            .Where(place => place.Advisor == id && place.ForgetAt > setting.Now && (place.State == PlaceState.Waiting || place.State == PlaceState.Called)).ToListAsync();
        return draft with { Facts = new SelfFacts(source, own, row?.Revision ?? 0, [.. others], talks, places) };
    }

    protected override async Task<Effect<SelfDraft>> ActAsync(Database db, SelfDraft before, SelfDraft after, Setting setting, Guest guest)
    {
        if (!after.Save)
            return new(after with { Facts = null });
        var words = setting.Words<SelfPhrases>();
        var own = Proposal.Of(after) with { Kept = Consequences.Today(after.Known, setting.Now) };
        return new(new(), await book.SetAsync(db, after.Known.Source.Id, own, after.Revision) ? words.Saved : words.Changed);
    }
}

/// <summary>The way here from the desk.</summary>
internal sealed class SelfWay(EmployerDirectory directory) : IWayIn
{
    public string Goal => Self.GoalName;

    public bool AtTheDesk => true;

    public int Order => 90;

    public Task<Option?> OfferAsync(Database db, Setting setting, Guest guest)
    {
        var words = setting.Words<SelfPhrases>();
        return Task.FromResult(directory.Source(guest.Advisor ?? "") is null ? null : new Option(Goal, words.WayIn, words.WayInDetail));
    }
}
