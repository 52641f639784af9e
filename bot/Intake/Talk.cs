using System.Text.Json;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Intake;

/// <summary>From "I would like to talk" to a booked talk.</summary>
public sealed class Talk(AppointmentBook book) : TalkGoal(book, TalkSteps.Dialog)
{
    protected override bool IsUnderWay(TalkDraft draft) => draft.For is not null;

    /// <summary>Somebody about whom something is said goes on along a route of their own, with other advisors.</summary>
    protected override async Task<Effect<TalkDraft>> ActAsync(Database db, TalkDraft before, TalkDraft after, Setting setting, Guest guest)
    {
        if (after is not { For: Purpose.Accused, Agreed: false })
            return await base.ActAsync(db, before, after, setting, guest);
        await LetGoAsync(db, after);
        return new(after, null, new Outcome.GoTo(AccusedTalk.GoalName));
    }
}

/// <summary>
/// From "something is said about me" to a booked talk. Its advisors are on no other route, and it says the same whether or not
/// anything is known about anyone.
/// </summary>
public sealed class AccusedTalk(AppointmentBook book) : TalkGoal(book, AccusedSteps.Dialog)
{
    public const string GoalName = "accused";

    protected override TalkDraft Begin(Setting setting, Guest guest) => New(setting) with { For = Purpose.Accused };

    protected override bool IsUnderWay(TalkDraft draft) => draft.Welcomed;
}

/// <summary>Another talk in the place of one that somebody could not take: whoever must not know of the one must not know of the other.</summary>
internal sealed class TalkAgain : ITalkAgain
{
    public Outcome.GoTo Again(Circle? circle, Setting setting, Advisor? with = null)
    {
        var draft = TalkGoal.New(setting) with { MustNotKnow = circle?.MustNotKnow };
        if (with is not null)
            draft = draft with { Advisor = with.Id, Side = with.Side == Side.External ? SideChoice.External : SideChoice.Internal };
        return circle is { ForAccused: true }
            ? new(AccusedTalk.GoalName, Bytes(draft with { For = Purpose.Accused }))
            : new(MyAppointment.TalkGoal, Bytes(draft));
    }

    private static byte[] Bytes(TalkDraft draft) => JsonSerializer.SerializeToUtf8Bytes(draft, IntakeJson.Default.TalkDraft);
}
