using VpBot.Employers.Files;

namespace VpBot.Tests.Employers;

/// <summary>Every fault in an employer's file is a sentence that says which file, which line, and what to mend; all of them are said at once.</summary>
public sealed class EmployerFilesTests : IDisposable
{
    private readonly EmployerFolder folder = new();

    [Fact]
    public void An_employer_in_a_file_of_its_own_is_served_beside_those_in_the_settings()
    {
        Assert.Empty(folder.Faults());
        var served = EmployerFolder.Sources(folder.Path).Read(EmployerFiles.Read(folder.Path)).Read()!;

        Assert.Equal(["duinrand", "haven", "windhoek"], served.Employers.Select(employer => employer.Key).Order());
        Assert.Equal("haven", served.ByTenant("61000000-0000-4000-8000-000000000061")?.Key);
        Assert.Equal("fenna", served.AdvisorOf("61000000-0000-4000-8000-000000000061", "61000000-0000-4000-8000-0000000000b1")?.Id);
    }

    [Fact]
    public void Files_that_did_not_change_are_not_read_as_employers_again()
    {
        var first = EmployerFiles.Read(folder.Path);
        var same = EmployerFiles.Read(folder.Path, first.Fingerprint);
        folder.Change("haven", "Fenna Verhaal", "Fenna Verteld");
        var changed = EmployerFiles.Read(folder.Path, first.Fingerprint);

        Assert.Equal(first.Fingerprint, same.Fingerprint);
        Assert.Empty(same.Employers);
        Assert.Equal("Fenna Verteld", changed.Employers["haven"].Advisors["fenna"].Name);
    }

    [Theory]
    [InlineData("\"Phone\": \"088 000 00 61\"", "\"Phone\": \"\"", "haven.json, line 10: Advisors:fenna:Phone is empty. Fill in the number that employees may call.")]
    [InlineData("\"Phone\": \"088 000 00 61\",\n", "", "haven.json, line 7: Advisors:fenna:Phone is empty. Fill in the number that employees may call.")]
    [InlineData("\"ExternalAdvisors\": [ \"sanne\" ]", "\"ExternalAdvisors\": [ \"anouk\" ]", "haven.json, line 4: ExternalAdvisors names \"anouk\", who is not under Provider:Advisors. Add that advisor or take the name out.")]
    [InlineData("\"CloseTo\": [ \"fenna\" ]", "\"CloseTo\": [ \"fena\" ]", "haven.json, line 5: People:director:CloseTo names \"fena\", who is no advisor of this employer. Name the key of an advisor or take it out.")]
    [InlineData("\"Tuesday\": [ \"09:00-17:00\" ]", "\"Tuesday\": [ \"9-17\" ]", "haven.json, line 16: Advisors:fenna:Calendar:Hours:Tuesday holds \"9-17\". Write a span as 09:00-12:30.")]
    [InlineData("\"TenantId\": \"61000000-0000-4000-8000-000000000061\"", "\"TenantId\": \"61\"", "haven.json, line 3: TenantId is \"61\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.")]
    [InlineData("\"Name\": \"Haven (fictief)\"", "\"Name\": \"Haven\", \"Plan\": \"Huge\"", "haven.json, line 2: Plan is \"Huge\", which is not under Provider:Plans. Choose from Large, Small, or leave it out: then everything is on.")]
    [InlineData("\"Name\": \"Haven (fictief)\"", "\"Name\": 5", "haven.json, line 2: Name cannot be read as JSON, or is of another kind than belongs there. Compare it with examples/employers.")]
    [InlineData("\"ExternalAdvisors\": [ \"sanne\" ],", "\"ExternalAdvisors\": [ \"sanne\" ]", "haven.json, line 5: this cannot be read as JSON, or is of another kind than belongs there. Compare it with examples/employers.")]
    [InlineData("\"Ways\": [ \"Phone\" ]", "\"Ways\": [ \"Telephone\" ]", "haven.json, line 15: Advisors:fenna:Ways[0] cannot be read as JSON, or is of another kind than belongs there. Compare it with examples/employers.")]
    [InlineData("\"Name\": \"Haven (fictief)\"", "\"Name\": \"Haven\", \"Removed\": \"duinrand\"", "haven.json, line 2: Removed is \"duinrand\". Write \"haven\" when this employer leaves, or take the line out.")]
    public void A_fault_in_a_file_is_named_with_file_line_and_mend(string from, string to, string sentence)
    {
        folder.Change("haven", from, to);

        Assert.Equal([sentence], folder.Faults());
    }

    [Fact]
    public void A_typing_error_in_a_name_is_found_and_says_what_there_is()
    {
        folder.Change("haven", "\"Calendar\"", "\"Calender\"");

        Assert.StartsWith("haven.json, line 16: Advisors:fenna:Calender is no setting. Choose from Name, ObjectId, Phone,", Assert.Single(folder.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_employers_with_one_tenant_are_both_named()
    {
        folder.Write("kade", EmployerFolder.Haven.Replace("fenna", "yara", StringComparison.Ordinal).Replace("0000000000b1", "0000000000b2", StringComparison.Ordinal));

        Assert.Equal(
            ["haven.json, line 3 and kade.json, line 3: The TenantId \"61000000-0000-4000-8000-000000000061\" stands in the settings twice. Give every employer its own tenant, other than the provider's."],
            folder.Faults());
    }

    [Fact]
    public void An_employer_stands_in_one_place()
    {
        folder.Write("duinrand", EmployerFolder.Haven);

        Assert.Contains("duinrand.json, line 1: stands in the settings too. Take it out there, or take this file away.", folder.Faults());
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        folder.Change("haven", "\"Phone\": \"088 000 00 61\"", "\"Phone\": \"\", \"Fax\": 1");
        folder.Write("kade", "{");
        folder.Write("Oever", EmployerFolder.Haven.Replace("fenna", "yara", StringComparison.Ordinal).Replace("00000000-0000-4000-8000-00000000", "00000001-0000-4000-8000-00000000", StringComparison.Ordinal).Replace("610000", "620000", StringComparison.Ordinal));

        Assert.Equal(4, folder.Faults().Count);
    }

    [Fact]
    public void A_folder_that_is_empty_or_not_there_is_a_fault_and_removes_nobody()
    {
        folder.Delete("haven");
        Assert.Contains("which holds no file such as duinrand.json. Nobody is removed by that", Assert.Single(folder.Faults()), StringComparison.Ordinal);

        var reading = EmployerFolder.Sources("/nowhere").Read(EmployerFiles.Read("/nowhere"));
        Assert.Contains("cannot be read now (DirectoryNotFoundException). Nobody is removed by that", Assert.Single(reading.Faults), StringComparison.Ordinal);
        Assert.Null(reading.Read());
    }

    [Fact]
    public void Who_leaves_is_not_served_and_the_rest_of_the_file_must_stay()
    {
        folder.Remove("haven");
        var served = EmployerFolder.Sources(folder.Path).Read(EmployerFiles.Read(folder.Path)).Read()!;
        Assert.Equal(["fenna"], Assert.Single(served.Leaving).Value);
        Assert.False(served.IsOnContract("61000000-0000-4000-8000-000000000061"));

        folder.Write("haven", "{ \"Removed\": \"haven\" }");
        Assert.Equal(["haven.json, line 1: the rest of the file is gone. Put it back beside Removed: what its own advisors set is found by it."], folder.Faults());
    }

    public void Dispose() => folder.Dispose();
}
