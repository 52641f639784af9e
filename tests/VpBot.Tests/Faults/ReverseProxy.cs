using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VpBot.Playground;

namespace VpBot.Tests.Faults;

/// <summary>
/// One address before the instances, as a host has: it asks each whether it is ready, and every request goes to the next one that
/// is. A closed door is passed by; a connection that breaks half-way is a 502, because nobody knows what became of it.
/// </summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private readonly HttpMessageInvoker line = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly List<BotProcess> instances = [];
    private readonly ConcurrentDictionary<BotProcess, bool> ready = [];
    private readonly CancellationTokenSource ending = new();
    private readonly List<Task> asking = [];
    private readonly WebApplication web;
    private int requests;
    private int broken;

    private ReverseProxy(WebApplication web) => this.web = web;

    public Uri Address => new(web.Urls.First());

    /// <summary>How many requests nobody answered.</summary>
    public int Broken => broken;

    public static async Task<ReverseProxy> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new ReverseProxy(builder.Build());
        proxy.web.Run(proxy.PassAsync);
        await proxy.web.StartAsync();
        return proxy;
    }

    public void Serve(BotProcess instance)
    {
        instances.Add(instance);
        asking.Add(AskAsync(instance));
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(asking);
        ending.Dispose();
        await web.DisposeAsync();
        line.Dispose();
    }

    private async Task AskAsync(BotProcess instance)
    {
        for (; !ending.IsCancellationRequested; await Task.Delay(TimeSpan.FromMilliseconds(200), ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing))
        {
            try
            {
                using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(instance.Address, "/health/ready"));
                using var answer = await line.SendAsync(question, ending.Token);
                ready[instance] = answer.IsSuccessStatusCode;
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                ready[instance] = false;
            }
        }
    }

    private async Task PassAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var number = Interlocked.Increment(ref requests);
        foreach (var instance in Enumerable.Range(number, instances.Count).Select(turn => instances[turn % instances.Count]).OrderByDescending(IsReady).ToList())
        {
            try
            {
                using var request = Copy(context.Request, body.ToArray(), instance.Address, number);
                using var response = await line.SendAsync(request, context.RequestAborted);
                await AnswerAsync(context, response);
                return;
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // Nobody is there: the next one.
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException && !context.Response.HasStarted)
            {
                break;
            }
        }

        Interlocked.Increment(ref broken);
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private bool IsReady(BotProcess instance) => ready.GetValueOrDefault(instance);

    private static HttpRequestMessage Copy(HttpRequest from, byte[] body, Uri instance, int number)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(instance, from.Path + from.QueryString)) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in from.Headers)
        {
            if (name is not ("Host" or "Content-Length" or "Transfer-Encoding" or "Connection") && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!))
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values!);
        }

        // Everybody comes from somewhere else.
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number / 65536 % 256}.{number / 256 % 256}.{number % 256}"));
        return request;
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage response)
    {
        var answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
