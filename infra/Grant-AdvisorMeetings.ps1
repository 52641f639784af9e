#Requires -Version 7.2
#Requires -Modules MicrosoftTeams, Microsoft.Graph.Applications
<#
.SYNOPSIS
Lets the bot's identity make online meetings in the name of the advisors, and of nobody else.

.DESCRIPTION
In the provider's own tenant. It consents to OnlineMeetings.ReadWrite.All, which does nothing by itself: Teams also asks for an
application access policy, and that is granted to each advisor alone, never to the whole tenant. It can be run again.

.EXAMPLE
./Grant-AdvisorMeetings.ps1 -ClientId <identityClientId> -PrincipalId <identityPrincipalId> -Advisor amir@luwte.example -OutOfScopeUser directie@luwte.example
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [guid] $PrincipalId,
    [Parameter(Mandatory)] [string[]] $Advisor,
    [Parameter(Mandatory)] [string] $OutOfScopeUser
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$policy = 'VpBot-advisors'

Connect-MgGraph -Scopes 'AppRoleAssignment.ReadWrite.All', 'Application.Read.All' -NoWelcome
$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
$meetings = $graph.AppRoles | Where-Object Value -EQ 'OnlineMeetings.ReadWrite.All'
if ($meetings.Id -notin (Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $PrincipalId).AppRoleId) {
    New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $PrincipalId -PrincipalId $PrincipalId -ResourceId $graph.Id -AppRoleId $meetings.Id | Out-Null
}

Connect-MicrosoftTeams | Out-Null
if (-not (Get-CsApplicationAccessPolicy | Where-Object Identity -EQ "Tag:$policy")) {
    New-CsApplicationAccessPolicy -Identity $policy -AppIds $ClientId -Description 'Talks of confidential advisors'
}

if ((Get-CsApplicationAccessPolicy -Identity Global).AppIds -contains $ClientId) {
    throw 'The policy of the whole tenant names this app. Take it out: Set-CsApplicationAccessPolicy -Identity Global.'
}

foreach ($person in $Advisor) {
    Grant-CsApplicationAccessPolicy -PolicyName $policy -Identity $person
}

# The proof: nobody else has the policy.
if ((Get-CsOnlineUser -Identity $OutOfScopeUser).ApplicationAccessPolicy -match $policy) {
    throw "$OutOfScopeUser has the policy too. Take it away: Grant-CsApplicationAccessPolicy -PolicyName `$null -Identity $OutOfScopeUser."
}

"Meetings can be made for $($Advisor -join ', '), not for $OutOfScopeUser. It can take half an hour."
