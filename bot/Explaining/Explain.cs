using System.Text.Json;
using System.Text.Json.Serialization;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Explaining;

/// <summary>What someone has read so far.</summary>
public sealed record ReadingDraft
{
    public IReadOnlyList<string> Read { get; init; } = [];

    /// <summary>A subject chosen from the list.</summary>
    public string? Subject { get; init; }

    [JsonIgnore]
    public string? Leave { get; init; }
}

[JsonSerializable(typeof(ReadingDraft))]
internal sealed partial class ExplainingJson : JsonSerializerContext;

/// <summary>What an advisor does and does not do: a short walk of four pages, then whatever one wants to know more about.</summary>
public sealed class Explain() : Goal<ReadingDraft>(ExplainingSteps.Dialog, static () => ExplainingJson.Default.ReadingDraft)
{
    public const string GoalName = "explain";

    /// <summary>A text of the book with what may be done after reading; it says by itself whether it was reviewed.</summary>
    public static Prompt.Read Page(string subject, Setting setting, IReadOnlyList<Option> ways)
    {
        var words = setting.Words<ExplainingPhrases>();
        var page = ContentBook.Page(subject, setting.Tongue);
        var status = page.Status == "reviewed" ? words.ReviewedOn(page.Reviewed, page.Reviewer) : words.Draft(page.Reviewer);
        return new Prompt.Read(page.Title, status, page.Html, ways);
    }

    /// <summary>A draft that is open at one subject, for a goal that sends somebody there.</summary>
    public static byte[] OpenAt(string subject) =>
        JsonSerializer.SerializeToUtf8Bytes(new ReadingDraft { Read = ExplainingSteps.Walk, Subject = subject }, ExplainingJson.Default.ReadingDraft);

    protected override ReadingDraft Begin(Setting setting, Guest guest) => new();

    protected override Task<Effect<ReadingDraft>> ActAsync(Database db, ReadingDraft before, ReadingDraft after, Setting setting, Guest guest) =>
        Task.FromResult(after.Leave is { } goal ? new Effect<ReadingDraft>(after, null, new Outcome.GoTo(goal)) : new Effect<ReadingDraft>(after));
}
