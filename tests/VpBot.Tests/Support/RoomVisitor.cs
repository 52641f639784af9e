using System.Net;
using System.Text.RegularExpressions;

namespace VpBot.Tests.Support;

/// <summary>A page of the room as it came over HTTP.</summary>
public sealed partial record RoomPageSeen(HttpStatusCode Status, string Html)
{
    public string Title => Plain(Heading().Match(Html).Groups[1].Value);

    /// <summary>The sentence before the question, when there is one.</summary>
    public string Text => Plain(Html);

    /// <summary>The hidden fields of the form that answers the question.</summary>
    public IReadOnlyDictionary<string, string> Hidden =>
        HiddenField().Matches(AnswerForm).Where(match => match.Groups[1].Value != "answer").ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));

    /// <summary>The values that can be chosen.</summary>
    public IReadOnlyList<string> Values =>
        [.. AnswerValue().Matches(AnswerForm).Select(value => WebUtility.HtmlDecode(value.Groups[1].Value))];

    public string Step => Hidden["step"];

    public string Session => Hidden["session"];

    /// <summary>The return code, when this page shows one.</summary>
    public string? Code => ReturnCode().Match(Plain(Html)) is { Success: true } code ? code.Value : null;

    private string AnswerForm => AnswerFormPattern().Match(Html).Groups[1].Value;

    private static string Plain(string html) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(html, " "), " ")).Trim();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("""<form[^>]*data-act="answer"[^>]*>(.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex AnswerFormPattern();

    [GeneratedRegex("""type="hidden" name="(\w+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("""name="answer"[^>]*value="([^"]*)"[^>]*>""")]
    private static partial Regex AnswerValue();

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")]
    private static partial Regex ReturnCode();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>Someone in the room, over real HTTP, without a browser.</summary>
public sealed class RoomVisitor(Uri bot) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(60) };

    public RoomPageSeen Page { get; private set; } = new(HttpStatusCode.NoContent, "");

    /// <summary>The address that the operator's proxy says somebody has.</summary>
    public string From
    {
        init => _http.DefaultRequestHeaders.Add("X-Forwarded-For", value);
    }

    /// <summary>Looks at every answer as it came.</summary>
    public Action<HttpResponseMessage>? Seen { get; init; }

    public Task<RoomPageSeen> BeginAsync(string employer = "duinrand", string tongue = "nl") =>
        PostAsync([new("act", "begin"), new("employer", employer), new("tongue", tongue)]);

    /// <summary>Goes on from a page that another instance of the bot, or another window, showed.</summary>
    public void GoOnFrom(RoomPageSeen page) => Page = page;

    /// <summary>Comes in with the address of a dialog: the ticket is its fragment.</summary>
    public Task<RoomPageSeen> EnterAsync(Uri dialog) => PostAsync([new("act", "ticket"), new("ticket", dialog.Fragment.TrimStart('#'))]);

    /// <summary>Answers the question of the page.</summary>
    public Task<RoomPageSeen> AnswerAsync(params string[] values) => AnswerAsync(Page, values);

    /// <summary>Answers the question of an earlier page, as a second tab or a double press does.</summary>
    public Task<RoomPageSeen> AnswerAsync(RoomPageSeen page, params string[] values) => PostAnswerAsync(
        page, values is ["yes"] && page.Values is ["yes", ..] ? page.Values : values);

    private Task<RoomPageSeen> PostAnswerAsync(RoomPageSeen page, IReadOnlyList<string> values) => PostAsync(
        [.. page.Hidden.Where(field => field.Key != "answer").Select(field => KeyValuePair.Create(field.Key, field.Value)), .. values.Select(value => KeyValuePair.Create("answer", value))]);

    /// <summary>Another act of the page: back, change (with its step), tongue (with its code), leave, close.</summary>
    public Task<RoomPageSeen> ActAsync(string act, string? step = null, string? answer = null) => PostAsync(
    [
        .. Page.Hidden.Where(field => field.Key is not ("act" or "step" or "answer")).Select(field => KeyValuePair.Create(field.Key, field.Value)),
        new("act", act), new("step", step ?? Page.Step), .. answer is null ? (KeyValuePair<string, string>[])[] : [new("answer", answer)],
    ]);

    public async Task<RoomPageSeen> PostAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await PostAsync(content);
    }

    /// <summary>Answers the question of the page with a file, as a browser sends one; an empty file is none chosen.</summary>
    public async Task<RoomPageSeen> SendFileAsync(byte[] file, string name = "foto.jpg")
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in Page.Hidden)
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(file), "file", name);
        return await PostAsync(content);
    }

    private async Task<RoomPageSeen> PostAsync(HttpContent content)
    {
        using var response = await _http.PostAsync("/room", content);
        Seen?.Invoke(response);
        return Page = new RoomPageSeen(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Answers until the page asks <paramref name="step"/>: from the hall through a plain intake.</summary>
    public async Task<RoomPageSeen> GoToAsync(string step, string advisor = "sanne", string way = "Phone", string called = "Robin", int time = 0)
    {
        for (var turns = 0; turns < 20 && Page.Step != step; turns++)
            await GoOnceAsync(advisor, way, called, time);
        return Page;
    }

    /// <summary>Answers the one question of this page.</summary>
    public Task<RoomPageSeen> GoOnceAsync(string advisor = "sanne", string way = "Phone", string called = "Robin", int time = 0) => Page.Step switch
    {
        "What" => AnswerAsync("talk"),
        "For" => AnswerAsync("ThinkAlong"),
        "About" => AnswerAsync("RatherNot"),
        "Difference" => AnswerAsync("go"),
        "WouldBeAbout" => AnswerAsync("NotYetClear"),
        "Reins" => AnswerAsync("go"),
        "Welcome" => AnswerAsync("go"),
        "MustNotKnow" => AnswerAsync(),
        "Sides" => AnswerAsync("Either"),
        "WithWhom" => AnswerAsync(advisor),
        "How" => AnswerAsync(way),
        "Number" => AnswerAsync("06 12 34 56 78"),
        "When" => AnswerAsync(Page.Values[time]),
        "CalledAs" => AnswerAsync(called),
        "TakeOver" => AnswerAsync("AskMe"),
        "Consent" => AnswerAsync("yes"),
        "NoteCode" => AnswerAsync("noted"),
        var other => throw new InvalidOperationException($"This visitor does not know the step {other}: {Page.Text}"),
    };

    /// <summary>Looks again at an appointment until its page is titled with these words.</summary>
    public async Task<RoomPageSeen> LookUntilAsync(string words, int seconds = 20)
    {
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(seconds);)
        {
            if (Page.Title.Contains(words, StringComparison.Ordinal))
                return Page;
            await Task.Delay(50);
            await AnswerAsync("refresh");
        }

        throw new TimeoutException($"The page still says \"{Page.Title}\", not \"{words}\".");
    }

    public void Dispose() => _http.Dispose();
}
