using VpBot.Employers;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Employers;

/// <summary>Whoever is not in the settings is not served, and whoever is there is found however the id is written.</summary>
public sealed class EmployerDirectoryTests
{
    private const string Duinrand = "20000000-0000-4000-8000-000000000002";
    private const string Marijke = "20000000-0000-4000-8000-0000000000B1";

    [Fact]
    public void A_tenant_and_an_advisor_are_found_in_capitals_and_small_letters()
    {
        Assert.Equal("duinrand", Template.Directory.ByTenant(Duinrand.ToUpperInvariant())?.Key);
        Assert.Equal("marijke", Template.Directory.AdvisorOf(Duinrand, Marijke)?.Id);
        Assert.Equal("marijke", Template.Directory.AdvisorOf(Duinrand, Marijke.ToUpperInvariant())?.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99999999-0000-4000-8000-000000000009")]
    public void A_foreign_tenant_is_not_on_contract(string? tenant)
    {
        Assert.False(Template.Directory.IsOnContract(tenant));
        Assert.Null(Template.Directory.AdvisorOf(tenant, Marijke));
    }

    [Fact]
    public void An_internal_advisor_serves_one_employer_and_an_external_one_those_who_name_them()
    {
        Assert.Null(Template.Directory.ByKey("windhoek")!.Advisor("marijke"));
        Assert.Null(Template.Directory.ByKey("windhoek")!.Advisor("sanne"));
        Assert.IsType<ExternalAdvisor>(Template.Directory.ByKey("windhoek")!.Advisor("amir"));
        Assert.IsType<InternalAdvisor>(Template.Duinrand.Advisor("marijke"));
    }

    [Fact]
    public void An_advisor_of_an_employer_is_not_found_in_the_providers_tenant() =>
        Assert.Null(Template.Directory.AdvisorOf(Template.Directory.Provider.TenantId, Marijke));
}
