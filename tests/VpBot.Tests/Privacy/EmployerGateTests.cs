using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using VpBot.Employers;
using VpBot.Playground;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>The second line of defence: whatever the code before it does, only catalogue bytes reach an employer's tenant.</summary>
public sealed class EmployerGateTests
{
    private static readonly EmployerDirectory Directory = ReadDirectory();
    private static readonly CatalogueBook Book = new(employer => new Uri($"https://spreekkamer.example/open/{employer.Key}"));
    private readonly Beyond _beyond = new();

    [Theory]
    [InlineData(CatalogueCard.FrontDoor)]
    [InlineData(CatalogueCard.DoNotType)]
    [InlineData(CatalogueCard.AdvisorCalled)]
    public async Task A_catalogue_entry_passes(CatalogueCard card)
    {
        var employer = Directory.ByKey("duinrand")!;

        Assert.Equal(HttpStatusCode.Created, await SendAsync(employer.TenantId, Book.Page(employer, card).ToArray()));
        Assert.Equal(1, _beyond.Passed);
    }

    [Fact]
    public async Task A_catalogue_entry_with_one_letter_more_does_not_leave()
    {
        var employer = Directory.ByKey("duinrand")!;
        var page = Encoding.UTF8.GetString(Book.Page(employer, CatalogueCard.DoNotType).Span);

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(employer.TenantId, Encoding.UTF8.GetBytes(page.Replace("Typ hier", "Robin, typ hier", StringComparison.Ordinal))));
        Assert.Equal(0, _beyond.Passed);
    }

    [Fact]
    public async Task The_entry_of_another_employer_does_not_leave()
    {
        var page = Book.Page(Directory.ByKey("windhoek")!, CatalogueCard.FrontDoor).ToArray();

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(Directory.ByKey("duinrand")!.TenantId, page));
        Assert.Equal(0, _beyond.Passed);
    }

    [Fact]
    public async Task A_tenant_that_nobody_knows_and_a_request_without_a_tenant_get_nothing()
    {
        var page = Book.Page(Directory.ByKey("duinrand")!, CatalogueCard.FrontDoor).ToArray();

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("90000000-0000-4000-8000-000000000009", page));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(null, page));
        Assert.Equal(0, _beyond.Passed);
    }

    [Fact]
    public async Task The_providers_own_tenant_may_get_content()
    {
        Assert.Equal(HttpStatusCode.Created, await SendAsync(Directory.Provider.TenantId, "{}"u8.ToArray()));
        Assert.Equal(1, _beyond.Passed);
    }

    private async Task<HttpStatusCode> SendAsync(string? tenant, byte[] body)
    {
        using var client = new HttpClient(new EmployerGate(Directory, Book) { InnerHandler = _beyond }, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://smba.trafficmanager.net/v3/conversations/a/activities") { Content = new ByteArrayContent(body) };
        if (tenant is not null)
            request.Options.Set(EmployerGate.Tenant, tenant);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static EmployerDirectory ReadDirectory()
    {
        var template = new ConfigurationBuilder().AddJsonFile(Repository.SettingsTemplate).Build();
        return new EmployerReading(
            template.GetSection("Provider").Get<ProviderSettings>()!,
            template.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>()!).Read()!;
    }
}
