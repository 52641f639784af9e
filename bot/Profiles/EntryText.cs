using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;

namespace VpBot.Profiles;

/// <summary>One entry of a list in words.</summary>
internal static class EntryText
{
    public static string Of(OwnPart part, string key, SelfFacts facts, Setting setting) => part switch
    {
        OwnPart.Days => Of(facts.Settings.Calendar.Exceptions.First(day => Proposal.KeyOf(day) == key), setting),
        OwnPart.Absences => Of(facts.Settings.Calendar.Absences.First(absence => Proposal.KeyOf(absence) == key), facts, setting),
        OwnPart.ConsultationHours => Of(facts.Settings.Calendar.ConsultationHours.First(hour => Proposal.KeyOf(hour) == key), setting),
        _ => throw new InvalidOperationException($"{part} is not a list."),
    };

    public static string Of(ExceptionSettings day, Setting setting) => $"{TypedHours.Say(day.Date, setting)}: {Summary.Hours(day.Hours, setting)}";

    public static string Of(AbsenceSettings absence, SelfFacts facts, Setting setting)
    {
        var words = setting.Words<SelfPhrases>();
        var span = words.FromUntil(TypedHours.Say(absence.From, setting), TypedHours.Say(absence.Until, setting));
        return facts.Others.FirstOrDefault(other => other.Id == absence.Substitute) is { } substitute ? words.StandsIn(span, substitute.Name) : span;
    }

    public static string Of(ConsultationHourSettings hour, Setting setting) =>
        $"{TypedHours.Say(hour.Day!.Value, setting)} {hour.Hours}, {setting.Words<AppointmentsPhrases>().Way(hour.Way!.Value)}, "
        + setting.Words<SelfPhrases>().PerTalk(hour.TurnLength.TotalMinutes.ToString(setting.Tongue.Culture));
}
