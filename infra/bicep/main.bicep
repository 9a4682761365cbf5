// API server, controllers and scheduler on Azure Functions (Flex Consumption): one storage account, one Service Bus namespace.
// Everything is reached by identity; no key is used.
targetScope = 'resourceGroup'

@description('Part of every name. Lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

param location string = resourceGroup().location

@description('The bearer token of the administrator. Long and random.')
@secure()
@minLength(32)
param adminToken string

@description('Letters, digits and dashes; part of every partition key.')
param cluster string = 'default'

@description('MB of an instance.')
@allowed([512, 2048, 4096])
param instanceMemory int = 512

@description('Requests that one instance takes at a time. A watch is one request for as long as it is open.')
@minValue(1)
@maxValue(1000)
param requestsPerInstance int = 200

@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances that never go away. 0: the first request after a pause pays a cold start.')
@minValue(0)
param alwaysReady int = 0

@description('Instances of the controllers\' app.')
@minValue(1)
param maximumWorkers int = 20

var suffix = take(uniqueString(resourceGroup().id, name), 8)
var storageName = toLower('${name}${suffix}')
var packages = 'packages'
var table = 'cloudlet'

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    // One for each app's package.
    resource container 'containers' = [for package in [packages, 'reconcilers', 'scheduler']: {
      name: package
    }]
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource store 'tables' = {
      name: table
    }
  }
}

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: '${name}-bus-${suffix}'
  location: location
  // Sessions and duplicate detection need Standard.
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    minimumTlsVersion: '1.2'
    disableLocalAuth: true
  }

  // Both are fixed when a queue is made: sessions keep one key with one worker, duplicates are what was published twice.
  resource queues 'queues' = [for queue in ['work', 'scheduling']: {
    name: queue
    properties: {
      requiresSession: true
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      lockDuration: 'PT5M'
      maxDeliveryCount: 10
      deadLetteringOnMessageExpiration: true
    }
  }]
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs-${suffix}'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights-${suffix}'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableLocalAuth: true
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-api-${suffix}'
  location: location
}

module roles 'roles.bicep' = {
  name: 'roles'
  params: {
    storageName: storage.name
    insightsName: insights.name
    busName: bus.name
    principalId: identity.properties.principalId
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan-${suffix}'
  location: location
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource api 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-api-${suffix}'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      // Azure takes a wrong version without a word, and the app then never starts.
      runtime: {
        name: 'custom'
        version: '1.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReady
          }
        ]
        triggers: {
          http: {
            perInstanceConcurrency: requestsPerInstance
          }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: storage.name }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identity.properties.clientId};Authorization=AAD' }
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
        { name: 'CLOUDLET_TABLES_ENDPOINT', value: storage.properties.primaryEndpoints.table }
        { name: 'CLOUDLET_TABLE', value: table }
        { name: 'CLOUDLET_CLUSTER', value: cluster }
        { name: 'CLOUDLET_SERVICEBUS_NAMESPACE', value: '${bus.name}.servicebus.windows.net' }
        { name: 'CLOUDLET_ADMIN_TOKEN', value: adminToken }
      ]
    }
  }
  dependsOn: [roles]
}

// A plan of Flex Consumption holds one app.
module reconcilers 'worker.bicep' = {
  name: 'reconcilers'
  params: {
    name: name
    role: 'reconcilers'
    location: location
    suffix: suffix
    cluster: cluster
    table: table
    busName: bus.name
    storageName: storage.name
    identityName: identity.name
    insightsName: insights.name
    packages: 'reconcilers'
    instanceMemory: instanceMemory
    maximumInstances: maximumWorkers
  }
  dependsOn: [roles]
}

module scheduler 'worker.bicep' = {
  name: 'scheduler'
  params: {
    name: name
    role: 'scheduler'
    location: location
    suffix: suffix
    cluster: cluster
    table: table
    busName: bus.name
    storageName: storage.name
    identityName: identity.name
    insightsName: insights.name
    packages: 'scheduler'
    instanceMemory: instanceMemory
    maximumInstances: 1
  }
  dependsOn: [roles]
}

output url string = 'https://${api.properties.defaultHostName}'
output app string = api.name
output reconcilers string = reconcilers.outputs.app
output scheduler string = scheduler.outputs.app
output storage string = storage.name
output packages string = packages
