using VpBot.Conversation;
using VpBot.Employers;

namespace VpBot.Appointments;

/// <summary>Begins the way to a talk again, for somebody whose request found nobody, or who wants to talk once more.</summary>
public interface ITalkAgain
{
    /// <param name="circle">Who may hear of it, as it was said before; null when that is forgotten.</param>
    /// <param name="with">With whom; the employee can still choose another. Null asks for it.</param>
    Outcome.GoTo Again(Circle? circle, Setting setting, Advisor? with = null);
}
