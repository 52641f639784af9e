// PostgreSQL inside the network, with no public address, TLS only, and backups that live no longer than they must.
param location string
param name string
param subnetId string
param dnsZoneId string
param zoneRedundant bool
param backupDays int
param vaultName string

@secure()
param password string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-${name}'
  location: location
  sku: zoneRedundant ? { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' } : { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: 'vpbot'
    administratorLoginPassword: password
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    // A copy in another region would be a copy more to forget.
    backup: { backupRetentionDays: backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: zoneRedundant ? 'ZoneRedundant' : 'Disabled' }
    network: { publicNetworkAccess: 'Disabled', delegatedSubnetResourceId: subnetId, privateDnsZoneArmResourceId: dnsZoneId }
  }

  resource database 'databases' = {
    name: 'vpbot'
    properties: { charset: 'UTF8' }
  }

  // A statement in a log would hold what was sealed, and a time.
  resource quiet 'configurations' = {
    name: 'log_min_error_statement'
    properties: { value: 'panic', source: 'user-override' }
    dependsOn: [ database ]
  }

  resource silent 'configurations' = {
    name: 'log_statement'
    properties: { value: 'none', source: 'user-override' }
    dependsOn: [ quiet ]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  resource connection 'secrets' = {
    name: 'database-connection'
    properties: {
      contentType: 'Storage:ConnectionString'
      value: 'Host=${server.properties.fullyQualifiedDomainName};Database=vpbot;Username=vpbot;Password=${password};SSL Mode=VerifyFull;Maximum Pool Size=40'
    }
  }
}

output connectionSecretUri string = '${vault.properties.vaultUri}secrets/database-connection'
