using VpBot.Conversation;
using VpBot.Employers;

namespace VpBot.Appointments;

/// <summary>Begins the way to a talk again, for somebody whose request found nobody.</summary>
public interface ITalkAgain
{
    /// <param name="circle">Who may hear of it, as it was said before; null when that is forgotten.</param>
    Outcome.GoTo Again(Circle? circle, Setting setting);
}
