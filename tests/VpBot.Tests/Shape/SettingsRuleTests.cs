namespace VpBot.Tests.Shape;

/// <summary>A setting that does not fit stops the start with a sentence that says what to change.</summary>
public sealed class SettingsRuleTests
{
    [Theory]
    [InlineData("Running", "Running:TrustedProxies", "9", "Running:TrustedProxies must lie between")]
    [InlineData("Running", "Running:DrainFor", "00:02:00", "Running:DrainFor must lie between")]
    [InlineData("Running", "Running:OtlpEndpoint", "collector", "Running:OtlpEndpoint must be empty, or the collector's address")]
    [InlineData("Running", "Running:OtlpEndpoint", "ftp://collector.example", "Running:OtlpEndpoint must be empty, or the collector's address")]
    [InlineData("Running", "Running:OtlpEndpoint", "https://name@collector.example", "Running:OtlpEndpoint must be empty, or the collector's address")]
    [InlineData("Running", "Running:OtlpEndpoint", "https://collector.example?key=1", "Running:OtlpEndpoint must be empty, or the collector's address")]
    [InlineData("Teams", "Teams:AppId", "no id", "Teams:AppId is empty or not an id")]
    [InlineData("Teams", "Teams:ManagedIdentityClientId", "", "Teams:ManagedIdentityClientId is empty or not an id")]
    [InlineData("Teams", "Teams:TokenMetadataAddress", "https://evil.example/keys", "Teams:TokenMetadataAddress must be https://login.botframework.com")]
    [InlineData("Teams", "Teams:ServiceHosts", null, "Teams:ServiceHosts is empty")]
    [InlineData("Teams", "Teams:ServiceHosts:0", "evil.example", "Teams:ServiceHosts names \"evil.example\"")]
    [InlineData("Room", "Room:Address", "https://spreekkamer.example/path", "Room:Address must be the room's own address")]
    [InlineData("Room", "Room:Address", "", "Room:Address must be the room's own address")]
    [InlineData("Room", "Room:Address", "http://spreekkamer.example", "Room:Address must begin with https")]
    [InlineData("Room", "Room:FrameAncestors", null, "Room:FrameAncestors is empty")]
    [InlineData("Room", "Room:FrameAncestors:0", "*", "Room:FrameAncestors names \"*\"")]
    [InlineData("Room", "Room:FrameAncestors:0", "https://a.example; script-src *", "Room:FrameAncestors names")]
    [InlineData("Room", "Room:TicketLifetime", "00:03:00", "Room:TicketLifetime must lie between")]
    [InlineData("Room", "Room:SessionIdle", "1.00:00:00", "Room:SessionIdle must lie between")]
    [InlineData("Appointments", "Appointments:HoldLifetime", "00:00:30", "Appointments:HoldLifetime must lie between")]
    [InlineData("Appointments", "Appointments:HoldAtMost", "00:05:00", "Appointments:HoldAtMost must lie between")]
    [InlineData("Appointments", "Graph:LookAgainAfter", "00:00:05", "Graph:LookAgainAfter must lie between")]
    [InlineData("Appointments", "Graph:LookAgainAfter", "02:00:00", "Graph:LookAgainAfter must lie between")]
    [InlineData("Appointments", "Graph:NotificationAddress", "spreekkamer", "Graph:NotificationAddress must be this service's own address without a path")]
    [InlineData("Appointments", "Graph:NotificationAddress", "https://spreekkamer.example/graph", "Graph:NotificationAddress must be this service's own address without a path")]
    [InlineData("Appointments", "Graph:NotificationAddress", "https://name@spreekkamer.example", "Graph:NotificationAddress must be this service's own address without a path")]
    [InlineData("Appointments", "Graph:NotificationAddress", "http://spreekkamer.example", "Graph:NotificationAddress must begin with https")]
    [InlineData("Appointments", "Retention:UnacceptedRequest", "90.00:00:00", "Retention:UnacceptedRequest must lie between")]
    [InlineData("Appointments", "Retention:AfterTalk", "00:10:00", "Retention:AfterTalk must lie between")]
    [InlineData("Appointments", "Retention:AfterClosing", "00:10:00", "Retention:AfterClosing must lie between")]
    [InlineData("Register", "Register:SmallestEmployer", "9", "Register:SmallestEmployer must be 10 or more")]
    [InlineData("Employers", "Employers:duinrand:Employees", "-1", "Employers:duinrand:Employees must be the number")]
    [InlineData("Employers", "Employers:duinrand:Plan", "Tiny", "Employers:duinrand:Plan is \"Tiny\", which is not under Provider:Plans")]
    [InlineData("Employers", "Employers:duinrand:Plan", "Small", "Employers:duinrand:Advisors names colleagues, and the plan \"Small\"")]
    [InlineData("Employers", "Employers:windhoek:CardDialogs", "true", "Employers:windhoek:CardDialogs is true, and the plan \"Small\"")]
    [InlineData("Employers", "EmployerFolder:LookEvery", "01:00:00", "EmployerFolder:LookEvery must lie between")]
    [InlineData("Employers", "EmployerFolder:ForgetAfter", "00:00:00", "EmployerFolder:ForgetAfter must lie between")]
    [InlineData("Register", "Register:ReportsKept", "1.00:00:00", "Register:ReportsKept must lie between")]
    [InlineData("Handoffs", "Handoffs:GiveUpAfter", "8.00:00:00", "Handoffs:GiveUpAfter must lie between")]
    [InlineData("Packaging", "Package:Website", "", "Package:Website must be the https address")]
    [InlineData("Packaging", "Package:Privacy", "http://luwte.example", "Package:Privacy must be the https address")]
    [InlineData("Packaging", "Package:Terms", "https://name@luwte.example", "Package:Terms must be the https address")]
    [InlineData("Storage", "Storage:ConnectionString", " ", "Storage:ConnectionString is empty")]
    public void A_setting_that_does_not_fit_is_named_with_what_to_change(string door, string key, string? value, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Doors.FaultsOf(Doors.All[door], new Dictionary<string, string?> { [key] = value })), StringComparison.Ordinal);

    [Theory]
    [InlineData("Storage", "Privacy:KeyRingCertificatePath", "", "Privacy:KeyRingCertificatePath is empty")]
    [InlineData("Room", "Room:Address", "http://127.0.0.1:5080", "Room:Address must begin with https")]
    [InlineData("Teams", "Teams:TokenMetadataAddress", "http://127.0.0.1:5080/keys", "Teams:TokenMetadataAddress must be https://login.botframework.com")]
    [InlineData("Running", "Running:OtlpEndpoint", "http://collector.example:4318", "Running:OtlpEndpoint must begin with https")]
    [InlineData("Teams", "Teams:ServiceHosts:0", "127.0.0.1", "Teams:ServiceHosts names \"127.0.0.1\"")]
    [InlineData("Appointments", "Graph:NotificationAddress", "http://127.0.0.1:5080", "Graph:NotificationAddress must begin with https")]
    [InlineData("Appointments", "Graph:NotificationAddress", "https://localhost:5080", "Graph:NotificationAddress must begin with https")]
    public void What_eases_development_is_refused_in_production(string door, string key, string value, string sentence)
    {
        var change = new Dictionary<string, string?> { [key] = value };

        Assert.Empty(Doors.FaultsOf(Doors.All[door], change));
        Assert.StartsWith(sentence, Assert.Single(Doors.FaultsOf(Doors.All[door], change, "Production")), StringComparison.Ordinal);
    }
}
