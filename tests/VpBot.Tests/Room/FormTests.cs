using System.Net;
using System.Net.Http.Headers;
using System.Text;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Room;

/// <summary>Whatever is posted to the room, a calm page comes back, and never a fault of ours.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private BotInside bot = null!;
    private RoomVisitor visitor = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await BotInside.StartAsync(listen: true);
        visitor = new RoomVisitor(bot.Address);
        http = new HttpClient { BaseAddress = bot.Address };
        await visitor.BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        visitor.Dispose();
        await bot.DisposeAsync();
    }

    public static TheoryData<string, string?, string> NotAForm => new()
    {
        { "no body and no type", null, "" },
        { "an empty type", "text/plain", "act=begin&employer=duinrand" },
        { "JSON", "application/json", """{"act":"begin"}""" },
        { "binary", "application/octet-stream", "\0\u0001\u0002\u00ff" },
        { "multipart without a boundary", "multipart/form-data", "act=begin" },
        { "multipart cut off", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"act\"\r\n\r\nbeg" },
        { "many values", "application/x-www-form-urlencoded", string.Join('&', Enumerable.Repeat("answer=a", 41)) },
        { "a long value", "application/x-www-form-urlencoded", $"act={new string('a', 2_001)}" },
        { "a long name", "application/x-www-form-urlencoded", $"{new string('a', 41)}=begin" },
        { "a large body", "application/x-www-form-urlencoded", $"act={new string('a', 17 * 1024)}" },
    };

    public static TheoryData<string> OddForms =>
    [
        "act=begin&employer=duinrand&tongue=nl&tongue=en&act=leave",
        "act=%zz&employer=%",
        "act=begin&employer=%00",
        "act=begin&employer=duinrand&tongue=%F0%28%8C%28",
        "act=ticket&ticket=%00%00",
        "act=ticket",
        "act=answer&session=short",
        "act=tongue&session={0}&answer=xx",
        "act=tongue&session={0}",
        "act=answer&session={0}&goal=start&step=What",
        "act=answer&session={0}&goal=start&step=Nowhere&answer=talk",
        "act=answer&session={0}&goal=nowhere&step=What&answer=talk",
        "act=answer&session={0}&goal=start&step=What&answer=%00%FF%FE",
        "act=answer&session={0}&goal=start&step=What&answer=desk",
        "act=change&session={0}&goal=start&step=Nowhere",
        "act=back&session={0}&goal=start",
        "act=%F0%9F%98%80&session={0}&goal=start",
        "",
        "=&=&=",
        "&&&&",
    ];

    [Theory]
    [MemberData(nameof(NotAForm))]
    public async Task What_is_not_a_form_of_the_room_gets_a_calm_page(string what, string? type, string body)
    {
        var (status, html) = await PostAsync(type, body);
        Assert.True(status == HttpStatusCode.BadRequest, $"{what} gave {status}.");
        Assert.Contains("Deze pagina is er niet", html, StringComparison.Ordinal);
        Assert.Equal("What", (await visitor.ActAsync("look")).Step);
    }

    [Theory]
    [MemberData(nameof(OddForms))]
    public async Task An_odd_form_is_answered_and_the_room_stays_open(string form)
    {
        var (status, html) = await PostAsync("application/x-www-form-urlencoded", form.Replace("{0}", visitor.Page.Session, StringComparison.Ordinal));
        Assert.True((int)status is 200 or 400 or 404 or 410, $"{form} gave {status}.");
        Assert.Contains("<h1", html, StringComparison.Ordinal);
        Assert.Equal("What", (await visitor.ActAsync("look")).Step);
    }

    [Fact]
    public async Task A_large_body_without_a_length_is_refused_too()
    {
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes($"act={new string('a', 64 * 1024)}")));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/room") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Every_step_of_the_way_to_a_talk_takes_nonsense_calmly()
    {
        foreach (var step in new[] { "For", "MustNotKnow", "WithWhom", "How", "Number", "When", "CalledAs", "TakeOver", "Consent", "NoteCode" })
        {
            await visitor.GoToAsync(step);
            var before = visitor.Page;
            foreach (var nonsense in new[] { "999", new string('x', 1_900), "💥‮<script>", "sanne/99999999999999999999", "sanne/-1" })
            {
                if (step is "Consent" or "NoteCode" or "MustNotKnow")
                    continue;
                var page = await visitor.AnswerAsync(before, nonsense);
                Assert.True(page.Status == HttpStatusCode.OK, $"{step} answered {page.Status} to {nonsense}");
                if (page.Step != step)
                    await visitor.ActAsync("change", step);
            }

            await visitor.AnswerAsync(before, [.. Enumerable.Repeat("sanne", 30)]);
            Assert.Equal(HttpStatusCode.OK, visitor.Page.Status);
            if (visitor.Page.Step != step && step is not ("Consent" or "NoteCode"))
                await visitor.ActAsync("change", step);
            if (step == "MustNotKnow")
                await visitor.AnswerAsync();
        }
    }

    private async Task<(HttpStatusCode Status, string Html)> PostAsync(string? type, string body)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        if (type is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await http.PostAsync("/room", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
