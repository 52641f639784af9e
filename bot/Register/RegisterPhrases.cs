using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Register;

/// <summary>The questions and answers of the register, at the desk and in the report. A label holds no plus sign: in a file that joins them.</summary>
public sealed class RegisterPhrases : Phrases
{
    public string Question(Question question) => Each(question);
    public string Matter(Matter matter) => Each(matter);
    public string Met(Met met) => Each(met);
    public string Followed(Followed followed) => Each(followed);
    public string Result(Result result) => Each(result);
    public string Quarter(Quarter quarter) => Each(quarter);
    public string Side(Side side) => Each(side);
}

internal static class RegisterLabels
{
    /// <summary>The label of an answer that is kept by its name.</summary>
    public static string Of(this RegisterPhrases words, Question question, string answer) => question switch
    {
        Question.Quarter => words.Quarter(Enum.Parse<Quarter>(answer)),
        Question.Side => words.Side(Enum.Parse<Side>(answer)),
        Question.Matter => words.Matter(Enum.Parse<Matter>(answer)),
        Question.Met => words.Met(Enum.Parse<Met>(answer)),
        Question.Followed => words.Followed(Enum.Parse<Followed>(answer)),
        Question.Result => words.Result(Enum.Parse<Result>(answer)),
        _ => throw new InvalidOperationException($"{question} has no answers."),
    };
}
