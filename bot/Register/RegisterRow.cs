using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Register;

/// <summary>
/// The counts of one employer in one year, sealed as one piece that is always equally long: there is no row for a closing, no
/// order, and no time. Every change makes other bytes, so they also say whether somebody was faster.
/// </summary>
public sealed class RegisterRow
{
    public required string Employer { get; init; }
    public required int Year { get; init; }
    public required byte[] Sealed { get; set; }
}

internal sealed class RegisterShape : IEntityTypeConfiguration<RegisterRow>
{
    public void Configure(EntityTypeBuilder<RegisterRow> builder)
    {
        builder.ToTable("Register").HasKey(row => new { row.Employer, row.Year });
        builder.Property(row => row.Sealed).IsConcurrencyToken();
    }
}

/// <summary>A number for every answer, all of the same width.</summary>
internal sealed record Counts(IReadOnlyDictionary<string, string> Numbers)
{
    public static Counts None => new Counts(new Dictionary<string, string>()).And(new Dictionary<Question, string>());

    public int Of(Question question, string answer) => Number(Name(question, answer));

    /// <summary>One more for each of these answers.</summary>
    public Counts And(IReadOnlyDictionary<Question, string> noted) => new(
        Questions.Trees.SelectMany(tree => tree.Value.Answers.Select(answer => (Name: Name(tree.Key, answer), More: noted.GetValueOrDefault(tree.Key) == answer ? 1 : 0)))
            .ToDictionary(count => count.Name, count => (Number(count.Name) + count.More).ToString("D6", CultureInfo.InvariantCulture)));

    private int Number(string name) => int.Parse(Numbers.GetValueOrDefault(name, "0"), CultureInfo.InvariantCulture);

    private static string Name(Question question, string answer) => $"{question}/{answer}";
}

[JsonSerializable(typeof(Counts))]
internal sealed partial class RegisterJson : JsonSerializerContext;
