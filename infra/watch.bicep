// Counts that name nobody, and who is called when they are wrong. The names are those of the product's own metrics.
param location string
param name string
param principalId string
param alertMail string

var publisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')

resource counts 'Microsoft.Monitor/accounts@2023-04-03' = {
  name: 'amw-${name}'
  location: location
}

resource endpoint 'Microsoft.Insights/dataCollectionEndpoints@2023-03-11' = {
  name: 'dce-${name}'
  location: location
  properties: { networkAcls: { publicNetworkAccess: 'Enabled' } }
}

resource rule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-${name}'
  location: location
  properties: {
    dataCollectionEndpointId: endpoint.id
    dataSources: { prometheusForwarder: [ { name: 'counts', streams: [ 'Microsoft-PrometheusMetrics' ] } ] }
    destinations: { monitoringAccounts: [ { name: 'counts', accountResourceId: counts.id } ] }
    dataFlows: [ { streams: [ 'Microsoft-PrometheusMetrics' ], destinations: [ 'counts' ] } ]
  }
}

resource writes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(rule.id, principalId, publisher)
  scope: rule
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: publisher }
}

resource operator 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  properties: { groupShortName: name, enabled: true, emailReceivers: [ { name: 'operator', emailAddress: alertMail, useCommonAlertSchema: true } ] }
}

var alerts = loadJsonContent('alerts.json')

resource alarm 'Microsoft.AlertsManagement/prometheusRuleGroups@2023-03-01' = {
  name: 'alerts-${name}'
  location: location
  properties: {
    enabled: true
    interval: 'PT1M'
    scopes: [ counts.id ]
    rules: [for alert in alerts: {
      alert: alert.alert
      expression: alert.expression
      for: alert.for
      severity: alert.severity
      annotations: { summary: alert.summary }
      actions: [ { actionGroupId: operator.id } ]
    }]
  }
}

output metricsUrl string = '${endpoint.properties.metricsIngestion.endpoint}/dataCollectionRules/${rule.properties.immutableId}/streams/Microsoft-PrometheusMetrics/api/v1/write?api-version=2023-04-24'
