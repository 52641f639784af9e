namespace VpBot.Register;

// What can be noted when a request is closed. The lists are fixed: there is no place for words. "Not known" and "rather not" are
// always among them. The names are kept in the counts; a name that goes or changes takes its counts with it.

/// <summary>What it was mostly about.</summary>
public enum Matter
{
    Bullying,
    Intimidation,
    Violence,
    Discrimination,
    SexualHarassment,
    Conflict,
    Personal,
    Career,
    SoundingBoard,
    Integrity,
    Wrongdoing,
    SomethingElse,
    NotKnown,
    RatherNot,
}

/// <summary>How they met.</summary>
public enum Met
{
    Phone,
    Teams,
    InPerson,

    /// <summary>The talk did not take place, and will not.</summary>
    NotMet,
    NotKnown,
    RatherNot,
}

/// <summary>What followed on the talk.</summary>
public enum Followed
{
    OnlyTalk,
    ThinkingAlong,
    Accompanied,
    Referral,
    Report,
    Complaint,
    NotKnown,
    RatherNot,
}

/// <summary>How it stands now, as far as the advisor knows.</summary>
public enum Result
{
    Solved,
    Better,
    Ongoing,
    Unchanged,
    NotKnown,
    RatherNot,
}

public enum Quarter
{
    First,
    Second,
    Third,
    Fourth,
}

/// <summary>What an advisor noted of one request. It is never kept: each answer is one more in its own count.</summary>
public sealed record ClosingNote(Matter Matter, Met Met, Followed Followed, Result Result)
{
    /// <summary>Of a talk that never was there is nothing more to say.</summary>
    public static readonly ClosingNote NeverMet = new(Matter.NotKnown, Met.NotMet, Followed.NotKnown, Result.NotKnown);
}
