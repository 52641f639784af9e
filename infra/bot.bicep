// The registration: one tenant, and the managed identity as the bot itself, so that there is no secret to steal.
param name string
param identityId string
param identityClientId string
param roomHost string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'bot-${name}'
  // Of the two European choices the only one where the registration's data stays in the region.
  location: 'westeurope'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Vertrouwenspersoon'
    endpoint: 'https://${roomHost}/api/messages'
    msaAppId: identityClientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
    isStreamingSupported: false
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'westeurope'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true, enableCalling: false, acceptedTerms: true } }
  }
}
