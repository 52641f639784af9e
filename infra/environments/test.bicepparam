using '../main.bicep'

// A rehearsal in a tenant without real people.
param location = 'westeurope'
param name = 'vpbottest'
param roomHost = 'spreekkamer-test.example'
param registry = 'vpbottest'
param image = 'vpbottest.azurecr.io/vpbot:1.0.0'
param alertMail = 'beheer@luwte.example'
param zoneRedundant = false
param databasePassword = readEnvironmentVariable('VPBOT_DATABASE_PASSWORD')
