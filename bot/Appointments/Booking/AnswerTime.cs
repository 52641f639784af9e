using VpBot.Employers;

namespace VpBot.Appointments.Booking;

/// <summary>Until when somebody must have answered. After it the request goes on, so that nobody waits for an answer that does not come.</summary>
public static class AnswerTime
{
    /// <summary>Time for another advisor, or for the employee to call.</summary>
    private static readonly TimeSpan BeforeTheTalk = TimeSpan.FromHours(2);

    /// <summary>Nobody is asked for a talk that begins sooner than this.</summary>
    public static readonly TimeSpan TooSoon = TimeSpan.FromMinutes(15);

    /// <summary>
    /// As an advisor promises, counted in working time, and in any case two hours before the talk. When less than four hours are
    /// left, halfway: the sooner the talk, the sooner somebody else is asked.
    /// </summary>
    public static DateTimeOffset OfAdvisor(DateTimeOffset now, Advisor advisor, DateTimeOffset start) =>
        Earlier(WorkingTime.After(now, advisor.RespondsWithin), Before(start, now, BeforeTheTalk));

    /// <summary>Halfway what an advisor promises, and before it is too late.</summary>
    public static DateTimeOffset OfReminder(DateTimeOffset now, Advisor advisor, DateTimeOffset answerBy)
    {
        var half = WorkingTime.After(now, advisor.RespondsWithin / 2);
        return half < answerBy ? half : Halfway(now, answerBy);
    }

    /// <summary>
    /// Of an employee who can choose between two times: four hours before the earlier one, so that the advisor can still answer. When
    /// less than eight hours are left, halfway.
    /// </summary>
    public static DateTimeOffset OfEmployee(DateTimeOffset now, DateTimeOffset old, DateTimeOffset proposed) =>
        Before(Earlier(old, proposed), now, 2 * BeforeTheTalk);

    private static DateTimeOffset Before(DateTimeOffset start, DateTimeOffset now, TimeSpan time) =>
        start - now > 2 * time ? start - time : Halfway(now, start);

    private static DateTimeOffset Halfway(DateTimeOffset now, DateTimeOffset end) => end > now ? now + ((end - now) / 2) : now;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
