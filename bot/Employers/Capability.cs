namespace VpBot.Employers;

/// <summary>
/// What a plan can switch off. What protects somebody is not among it, and cannot be added here: forgetting, what the employer can
/// see, help right now, who must not know, talking without a name, and a talk itself.
/// </summary>
public enum Capability
{
    /// <summary>Advisors who work at the employer.</summary>
    InternalAdvisors,
    ConsultationHours,
    Messages,
    Aftercare,

    /// <summary>Questions in one's own words.</summary>
    OwnWords,

    /// <summary>For the employer's own advisors. Those of the provider always have each other.</summary>
    SoundingBoard,

    /// <summary>The second way in, for a network that blocks the room.</summary>
    CardDialogs,
}
