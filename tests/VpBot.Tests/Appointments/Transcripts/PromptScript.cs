using System.Net;
using System.Text.RegularExpressions;
using VpBot.Conversation;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>A prompt as a few lines that an advisor can read.</summary>
internal static partial class PromptScript
{
    private const string Indent = "       ";
    private const int MostTimes = 3;

    public static string Of(Prompt prompt)
    {
        List<string> lines = [$"VpBot: {prompt.Title}"];
        if (prompt.Why is { } why)
            lines.Add(Indent + why);
        lines.AddRange(Body(prompt).Select(line => Indent + line));
        return string.Join('\n', lines);
    }

    public static IEnumerable<Option> Options(Prompt prompt) => prompt switch
    {
        Prompt.Choose choose => choose.Options,
        Prompt.ChooseMany many => many.Options,
        Prompt.Read read => read.Ways,
        Prompt.Tell tell => tell.Ways,
        Prompt.PickTime pick => pick.Days.SelectMany(day => day.Times.Select(time => time with { Label = $"{day.Day}, {time.Label}" })),
        Prompt.Write or Prompt.AddPhoto or Prompt.Confirm => [],
        _ => throw new InvalidOperationException($"A transcript cannot show a {prompt.GetType().Name}."),
    };

    /// <summary>Codes and references differ every time; in a transcript they do not.</summary>
    public static string Masked(string text) => Reference().Replace(Code().Replace(text, "ABCD-EFGH-JKLM"), "ABC-DEF");

    private static IEnumerable<string> Body(Prompt prompt) => prompt switch
    {
        Prompt.Choose choose => [.. choose.Options.GroupBy(option => option.Group).SelectMany(Group), $"[{choose.Go}]"],
        Prompt.ChooseMany many => [.. many.Options.SelectMany(option => Choice(option, "[ ]")), $"[{many.Go}]"],
        Prompt.Write write => [$"{write.Label}: {write.Now ?? "____"}", .. write.Hint is { } hint ? [hint] : Array.Empty<string>(), $"[{write.Go}]{(write.Skip is { } skip ? $" [{skip}]" : "")}"],
        Prompt.AddPhoto photo => [$"{photo.Label}: ____", photo.Hint, $"[{photo.Go}]{(photo.Skip is { } skip ? $" [{skip}]" : "")}"],
        Prompt.Read read => [.. Paragraphs(read.Html), .. read.Files.Select(file => $"-> {file.Label}{(file.Detail is { } detail ? $": {detail}" : "")}"), Ways(read.Ways)],
        Prompt.PickTime pick => [.. pick.Days.Take(3).Select(Times), $"… [{pick.MoreDays}]", $"[{pick.Go}]"],
        Prompt.Confirm confirm => [.. confirm.Lines.Select(Said), .. confirm.Shown.SelectMany(Seen), .. confirm.After is { } after ? [after] : Array.Empty<string>(), $"[{confirm.Go}]"],
        Prompt.Tell tell => [.. tell.Paragraphs, .. tell.Lines.Select(Said), .. tell.Code is { } code ? [$"*** {code} ***"] : Array.Empty<string>(), .. Outside(tell), Ways(tell.Ways)],
        _ => throw new InvalidOperationException($"A transcript cannot show a {prompt.GetType().Name}."),
    };

    private static IEnumerable<string> Outside(Prompt.Tell tell)
    {
        if (tell.Link is { } link)
            yield return $"-> {link.Label}";
        if (tell.File is { } file)
            yield return $"-> {file}";
    }

    private static IEnumerable<string> Group(IGrouping<string?, Option> group) =>
        [.. group.Key is { } heading ? [$"{heading}:"] : Array.Empty<string>(), .. group.SelectMany(Choice)];

    private static IEnumerable<string> Seen(Shown shown) => [$"{shown.Title}", .. Choice(shown.Option, "|")];

    private static IEnumerable<string> Choice(Option option) => Choice(option, "( )");

    private static IEnumerable<string> Choice(Option option, string mark) =>
        [.. option.Portrait is { } portrait ? [$"{mark} <{portrait.Words}>"] : Array.Empty<string>(), $"{mark} {option.Label}{(option.Detail is { } detail ? $": {detail}" : "")}", .. (option.Lines ?? []).Select(line => $"      {line.Label}: {line.Text}")];

    private static string Times(DayOfTimes day) =>
        $"{day.Day}: {string.Join(", ", day.Times.Take(MostTimes).Select(time => time.Detail is { } who ? $"{time.Label} ({who})" : time.Label))}{(day.Times.Count > MostTimes ? ", …" : "")}";

    private static string Ways(IReadOnlyList<Option> ways) => string.Join(' ', ways.Select(way => $"[{way.Label}]"));

    private static string Said(Line line) => $"| {line.Label}: {line.Text}";

    /// <summary>The beginning of a text to read: the whole of it is kept as content, not here.</summary>
    private static IEnumerable<string> Paragraphs(string html)
    {
        var lines = WebUtility.HtmlDecode(Tags().Replace(html, "")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Take(2), .. lines.Length > 2 ? ["…"] : Array.Empty<string>()];
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}\b")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
