#Requires -Version 7.2
#Requires -Modules ExchangeOnlineManagement
<#
.SYNOPSIS
Lets the bot's identity reach the calendars of the advisors, and of nobody else, and shows that it cannot reach another mailbox.

.DESCRIPTION
In the provider's own tenant. It gives the Exchange role "Application Calendars.ReadWrite", limited to the members of one group.
It stops when the identity also holds a Calendars permission in Entra: those add up, and the limit would mean nothing.
It can be run again; what is there already stays. It connects with the rights of whoever runs it and keeps no secret.

.PARAMETER OutOfScopeMailbox
A mailbox that must stay out of reach: take the chief executive's.

.EXAMPLE
./Grant-AdvisorMailboxes.ps1 -ClientId <identityClientId> -PrincipalId <identityPrincipalId> -Group advisors@luwte.example -Advisor amir@luwte.example -OutOfScopeMailbox directie@luwte.example
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [string] $Group,
    [Parameter(Mandatory)] [string] $Advisor,
    [Parameter(Mandatory)] [string] $OutOfScopeMailbox
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$role = 'Application Calendars.ReadWrite'
$scope = 'VpBot advisors'

Connect-ExchangeOnline -ShowBanner:$false

if (-not (Get-ServicePrincipal | Where-Object AppId -EQ $ClientId)) {
    New-ServicePrincipal -AppId $ClientId -ObjectId $PrincipalId -DisplayName 'VpBot'
}

$members = (Get-DistributionGroup -Identity $Group).DistinguishedName
if (-not (Get-ManagementScope | Where-Object Name -EQ $scope)) {
    New-ManagementScope -Name $scope -RecipientRestrictionFilter "MemberOfGroup -eq '$members'"
}

if (-not (Get-ManagementRoleAssignment -RoleAssignee $PrincipalId -ErrorAction SilentlyContinue | Where-Object Role -EQ $role)) {
    New-ManagementRoleAssignment -App $PrincipalId -Role $role -CustomResourceScope $scope
}

# The proof. "Within" must be true for an advisor, and false for the other mailbox.
$within = Test-ServicePrincipalAuthorization -Identity $ClientId -Resource $Advisor | Where-Object RoleName -EQ $role
if (-not $within.InScope) {
    throw "The bot cannot reach $Advisor. Is this advisor a member of $Group? A change can take two hours."
}

$outside = Test-ServicePrincipalAuthorization -Identity $ClientId -Resource $OutOfScopeMailbox
if ($outside | Where-Object InScope) {
    throw "The bot can reach $OutOfScopeMailbox. Take the role away before anything else: Remove-ManagementRoleAssignment."
}

# Exchange knows nothing of what Entra allows, and the two add up.
Connect-MgGraph -Scopes 'Application.Read.All' -NoWelcome
$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
$granted = (Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $PrincipalId).AppRoleId
$names = ($graph.AppRoles | Where-Object Id -In $granted).Value
if ($names -like 'Calendars.*' -or $names -like 'Mail.*' -or $names -like 'Schedule*') {
    throw "The identity holds $($names -join ', ') in Entra. These hold for every mailbox: take them away."
}

"The advisors' calendars are in reach, $OutOfScopeMailbox is not. Entra grants: $($names -join ', ')."
