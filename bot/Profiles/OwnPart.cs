namespace VpBot.Profiles;

/// <summary>What an advisor can set. Each has pages of its own; those about time stand first.</summary>
public enum OwnPart
{
    Week,
    Days,
    Absences,
    ConsultationHours,
    MostPerDay,
    TalkLength,
    RespondsWithin,
    About,
    Certificate,
    OtherRoles,
    Languages,
    Photo,

    /// <summary>Everything as in the settings again.</summary>
    Restore,
}

internal static class OwnParts
{
    /// <summary>Talks can come to lie outside the hours.</summary>
    public static bool IsAboutTime(this OwnPart part) => part <= OwnPart.TalkLength || part == OwnPart.Restore;

    /// <summary>A list in which something is added, or one entry taken away.</summary>
    public static bool IsList(this OwnPart part) => part is OwnPart.Days or OwnPart.Absences or OwnPart.ConsultationHours;

    public static bool IsAmount(this OwnPart part) => part is OwnPart.MostPerDay or OwnPart.TalkLength or OwnPart.RespondsWithin;

    public static bool IsWords(this OwnPart part) => part is OwnPart.About or OwnPart.Certificate or OwnPart.OtherRoles;

    /// <summary>Employees see it in the profile.</summary>
    public static bool IsInProfile(this OwnPart part) => part is OwnPart.Absences or >= OwnPart.RespondsWithin;
}
