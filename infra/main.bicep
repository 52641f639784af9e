// Everything that the provider runs in Azure, in one resource group of its own tenant. Nothing here touches an employer's tenant.
targetScope = 'resourceGroup'

@description('A region of the European Union. People\'s words do not leave it.')
@allowed([ 'westeurope', 'northeurope', 'germanywestcentral', 'francecentral', 'swedencentral', 'italynorth', 'spaincentral', 'polandcentral' ])
param location string

@description('A short name for this environment. It stands in the names of all resources.')
@minLength(3)
@maxLength(11)
param name string

@description('The host of the room, such as spreekkamer.example: a neutral name, because a network sees it.')
param roomHost string

@description('The certificate for the room\'s host in the Container Apps environment. Empty on the first deployment: the host is bound afterwards.')
param roomCertificateId string = ''

@description('False on the first deployment: the service reads its vault, which must be filled before.')
param withService bool = true

@description('The image that dotnet publish /t:PublishContainer pushed, by digest.')
param image string

@description('The registry that the image lies in, in this resource group.')
param registry string

@description('Secrets of the vault that hold settings files; later ones win. A secret holds 25 kB, so employers may be spread over several.')
param settingsSecrets string[] = [ 'settings' ]

@description('Versions of the key ring certificate that still open older keys, as secret identifiers with their version.')
param earlierKeyRingSecrets string[] = []

@description('The storage of the environment that holds the employers\' files, read-only; empty where all employers stand in the settings.')
param employersStorage string = ''

@description('Two or more: one may always be replaced.')
@minValue(2)
param fewestInstances int = 2

@minValue(2)
param mostInstances int = 6

@description('A second database server in another zone takes over by itself. Only a rehearsal may do without.')
param zoneRedundant bool = true

@description('Backups bring back what was forgotten. So they live as short as the platform lets them.')
@minValue(7)
@maxValue(7)
param backupDays int = 7

@description('Who is called when an alert fires.')
param alertMail string

@secure()
@description('Given on the command line once, and kept in the vault only.')
param databasePassword string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}'
  location: location
}

module network 'network.bicep' = {
  params: { location: location, name: name }
}

module vault 'vault.bicep' = {
  params: { location: location, name: name, principalId: identity.properties.principalId, subnetId: network.outputs.endpointsSubnetId, dnsZoneId: network.outputs.vaultZoneId }
}

module database 'database.bicep' = {
  params: {
    location: location
    name: name
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseZoneId
    zoneRedundant: zoneRedundant
    backupDays: backupDays
    password: databasePassword
    vaultName: vault.outputs.name
  }
}

module watch 'watch.bicep' = {
  params: { location: location, name: name, principalId: identity.properties.principalId, alertMail: alertMail }
}

module app 'app.bicep' = if (withService) {
  params: {
    location: location
    name: name
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityPrincipalId: identity.properties.principalId
    subnetId: network.outputs.appsSubnetId
    vaultUri: vault.outputs.uri
    connectionSecretUri: database.outputs.connectionSecretUri
    roomHost: roomHost
    roomCertificateId: roomCertificateId
    image: image
    registry: registry
    settingsSecrets: settingsSecrets
    earlierKeyRingSecrets: earlierKeyRingSecrets
    employersStorage: employersStorage
    fewestInstances: fewestInstances
    mostInstances: mostInstances
    zoneRedundant: zoneRedundant
    metricsUrl: watch.outputs.metricsUrl
  }
}

module bot 'bot.bicep' = {
  params: { name: name, identityId: identity.id, identityClientId: identity.properties.clientId, roomHost: roomHost }
}

output identityClientId string = identity.properties.clientId
output identityPrincipalId string = identity.properties.principalId
output vaultName string = vault.outputs.name
output appHost string = app.?outputs.host ?? ''
