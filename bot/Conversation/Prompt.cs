using System.Security.Cryptography;
using System.Text;
using VpBot.Language;

namespace VpBot.Conversation;

/// <summary>
/// One question, or one thing to read. It is plain data: the room draws it as a page, and another surface could draw it
/// differently. Every prompt has one title and at most one sentence that says why.
/// </summary>
public abstract record Prompt(string Title, string? Why)
{
    /// <summary>One of these. Nothing is chosen beforehand.</summary>
    public sealed record Choose(string Title, string? Why, IReadOnlyList<Option> Options, string Go) : Prompt(Title, Why);

    /// <summary>Any number of these, also none.</summary>
    public sealed record ChooseMany(string Title, string? Why, IReadOnlyList<Option> Options, string Go) : Prompt(Title, Why);

    /// <summary>A short text in one's own words. <paramref name="Skip"/> is the button that leaves it out, where that is possible.</summary>
    public sealed record Write(string Title, string? Why, string Label, string? Hint, int Longest, WritingKind Kind, string Go, string? Skip)
        : Prompt(Title, Why)
    {
        /// <summary>What stands there now, to be changed; null where somebody begins with nothing.</summary>
        public string? Now { get; init; }
    }

    /// <summary>A photo from the advisor's own device. The cards never ask for one.</summary>
    /// <param name="Largest">In bytes.</param>
    /// <param name="TooLarge">What is said of a larger file before it is sent.</param>
    /// <param name="Skip">The button for no photo, where there is one to take away.</param>
    public sealed record AddPhoto(string Title, string? Why, string Label, string Hint, int Largest, string TooLarge, string Go, string? Skip) : Prompt(Title, Why);

    /// <summary>Something to read, as our own reviewed HTML, then on.</summary>
    public sealed record Read(string Title, string? Why, string Html, IReadOnlyList<Option> Ways) : Prompt(Title, Why)
    {
        /// <summary>Files of the goal that can be fetched from here, one button each. The cards, which cannot hand over a file, leave them out.</summary>
        public IReadOnlyList<Option> Files { get; init; } = [];
    }

    /// <summary>A time, by day.</summary>
    public sealed record PickTime(string Title, string? Why, IReadOnlyList<DayOfTimes> Days, string MoreDays, string Go) : Prompt(Title, Why);

    /// <summary>Word for word what will be handed over, and one button that does it.</summary>
    public sealed record Confirm(string Title, string? Why, IReadOnlyList<Line> Lines, string? After, string Go) : Prompt(Title, Why)
    {
        /// <summary>What others will see, drawn as they see it.</summary>
        public IReadOnlyList<Shown> Shown { get; init; } = [];

        /// <summary>What the button sends. It names what was read, so that nobody agrees to other words than they saw.</summary>
        public Reply Yes => Reply.Of("yes", Seen());

        public bool IsYes(Reply reply) => reply.Values.SequenceEqual(Yes.Values);

        private string Seen()
        {
            var lines = Lines.Concat(Shown.SelectMany(shown => shown.Option.Lines ?? []));
            var words = string.Join('\n', lines.SelectMany(line => new[] { line.Label, line.Text }).Append(Why).Append(After)
                .Concat(Shown.Select(shown => shown.Option.Detail)).Concat(Shown.Select(shown => shown.Option.Portrait?.Source).OfType<string>()));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];
        }
    }

    /// <summary>How things stand, with what can be done now.</summary>
    public sealed record Tell(string Title, string? Why, IReadOnlyList<string> Paragraphs, IReadOnlyList<Line> Lines, string? Code, IReadOnlyList<Option> Ways)
        : Prompt(Title, Why)
    {
        /// <summary>An address outside the room, opened on its own and without telling where from.</summary>
        public Link? Link { get; init; }

        /// <summary>The words of the button that fetches the goal's file; null when there is none.</summary>
        public string? File { get; init; }
    }
}

public enum WritingKind
{
    Words,
    Phone,
    Code,

    /// <summary>Something short with a shape of its own, such as a date.</summary>
    Plain,
}

/// <param name="Value">What the form sends; never shown.</param>
public sealed record Option(string Value, string Label, string? Detail = null, IReadOnlyList<Line>? Lines = null)
{
    /// <summary>False for an answer that is shown, with why, and cannot be given now.</summary>
    public bool CanChoose { get; init; } = true;

    /// <summary>The heading that it stands under, together with its neighbours of the same group.</summary>
    public string? Group { get; init; }

    /// <summary>The language of the option, where it is not that of the page around it.</summary>
    public string? Lang { get; init; }

    /// <summary>Drawn by the room only; the cards leave it out.</summary>
    public Portrait? Portrait { get; init; }
}

/// <param name="Words">What it is a photo of, for who does not see it.</param>
/// <param name="Source">The photo itself, as a data address.</param>
/// <param name="Width">In pixels of the page, as is <paramref name="Height"/>.</param>
public sealed record Portrait(string Words, string Source, int Width, int Height);

/// <summary>An option as others see it, in their language.</summary>
public sealed record Shown(string Title, Option Option, Tongue Tongue);

/// <summary>A label and what stands behind it.</summary>
public sealed record Line(string Label, string Text)
{
    /// <summary>The language of the line, where it is not that of the page around it.</summary>
    public string? Lang { get; init; }
}

public sealed record Link(string Label, Uri Address);

public sealed record DayOfTimes(string Day, IReadOnlyList<Option> Times);

/// <summary>What a person sent for one step: the values of its fields, bounded in number and length before they come here.</summary>
public sealed record Reply(IReadOnlyList<string> Values)
{
    public static Reply Of(params string[] values) => new(values);

    /// <summary>The file that came along, at the desk only; empty when none was chosen, null when none was asked for.</summary>
    public byte[]? File { get; init; }

    /// <summary>The only value, or an empty text.</summary>
    public string Only => Values.Count == 1 ? Values[0] : "";
}
