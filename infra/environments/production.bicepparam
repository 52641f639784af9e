using '../main.bicep'

param location = 'westeurope'
param name = 'vpbot'
param roomHost = 'spreekkamer.example'
param registry = 'vpbot'
param image = 'vpbot.azurecr.io/vpbot:1.0.0'
param alertMail = 'beheer@luwte.example'
param zoneRedundant = true
param fewestInstances = 3
param mostInstances = 10
param databasePassword = readEnvironmentVariable('VPBOT_DATABASE_PASSWORD')
