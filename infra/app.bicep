// The service: two instances or more behind one address, each able to take any turn. The image runs as a user that is not root.
param location string
param name string
param identityId string
param identityClientId string
param identityPrincipalId string
param subnetId string
param vaultUri string
param connectionSecretUri string
param roomHost string
param roomCertificateId string
param image string
param registry string
param settingsSecrets string[]
param earlierKeyRingSecrets string[]
param employersStorage string
param fewestInstances int
param mostInstances int
param zoneRedundant bool
param metricsUrl string

var pull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var settings = [for secret in settingsSecrets: { name: 'settings-${secret}', keyVaultUrl: '${vaultUri}secrets/${secret}', identity: identityId }]
var employersVolumes = empty(employersStorage) ? [] : [ { name: 'employers', storageType: 'AzureFile', storageName: employersStorage } ]
var employersMounts = empty(employersStorage) ? [] : [ { volumeName: 'employers', mountPath: '/mnt/employers' } ]
var employersFolder = empty(employersStorage) ? [] : [ { name: 'EmployerFolder__Path', value: '/mnt/employers' } ]
var earlier = [for (secret, i) in earlierKeyRingSecrets: { name: 'keyring-${i}', keyVaultUrl: secret, identity: identityId }]

resource images 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = { name: registry }

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(images.id, identityPrincipalId, pull)
  scope: images
  properties: { principalId: identityPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: pull }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${name}'
  location: location
  properties: {
    // The log goes to the console and no further: what may be in it is an allow-list, and who calls from where is not.
    appLogsConfiguration: { destination: null }
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [ { name: 'Consumption', workloadProfileType: 'Consumption' } ]
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-${name}'
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  dependsOn: [ pulls ]
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'http'
        allowInsecure: false
        customDomains: empty(roomCertificateId) ? [] : [ { name: roomHost, certificateId: roomCertificateId, bindingType: 'SniEnabled' } ]
      }
      registries: [ { server: images.properties.loginServer, identity: identityId } ]
      secrets: concat(settings, earlier, [
        { name: 'keyring', keyVaultUrl: '${vaultUri}secrets/keyring', identity: identityId }
        { name: 'database-connection', keyVaultUrl: connectionSecretUri, identity: identityId }
      ])
    }
    template: {
      // Longer than Running:DrainFor and the half minute in which turns and steps finish.
      terminationGracePeriodSeconds: 60
      scale: {
        minReplicas: fewestInstances
        maxReplicas: mostInstances
        rules: [ { name: 'turns', http: { metadata: { concurrentRequests: '40' } } } ]
      }
      volumes: concat(employersVolumes, [
        {
          name: 'vault'
          storageType: 'Secret'
          secrets: concat(
            map(settingsSecrets, secret => { secretRef: 'settings-${secret}', path: '${secret}.json' }),
            map(range(0, length(earlierKeyRingSecrets)), i => { secretRef: 'keyring-${i}', path: 'keyring-${i}.pfx' }),
            [ { secretRef: 'keyring', path: 'keyring.pfx' } ])
        }
      ])
      containers: [
        {
          name: 'vpbot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: concat(employersMounts, [ { volumeName: 'vault', mountPath: '/mnt/vault' } ])
          env: concat(employersFolder, [
            { name: 'VPBOT_SETTINGS', value: join(map(settingsSecrets, secret => '/mnt/vault/${secret}.json'), ';') }
            { name: 'Storage__ConnectionString', secretRef: 'database-connection' }
            { name: 'Privacy__KeyRingCertificatePath', value: '/mnt/vault/keyring.pfx' }
            { name: 'Room__Address', value: 'https://${roomHost}' }
            { name: 'Teams__AppId', value: identityClientId }
            { name: 'Teams__ManagedIdentityClientId', value: identityClientId }
            { name: 'Teams__MostInstances', value: string(mostInstances) }
            { name: 'Running__TrustedProxies', value: '1' }
            { name: 'Running__DrainFor', value: '00:00:15' }
            { name: 'Running__OtlpEndpoint', value: 'http://127.0.0.1:4318' }
            { name: 'DOTNET_EnableDiagnostics', value: '0' }
          ], map(range(0, length(earlierKeyRingSecrets)), i => { name: 'Privacy__EarlierKeyRingCertificates__${i}__Path', value: '/mnt/vault/keyring-${i}.pfx' }))
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 5, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10, failureThreshold: 6 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 2 }
          ]
        }
        {
          // Takes the counts on loopback and passes them on; it sees no request and no log.
          name: 'counts'
          image: 'docker.io/otel/opentelemetry-collector-contrib:0.130.0'
          args: [ '--config=env:COUNTS' ]
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          env: [ { name: 'COUNTS', value: replace(replace(loadTextContent('counts.yaml'), 'METRICS_URL', metricsUrl), 'IDENTITY', identityClientId) } ]
        }
      ]
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
