using Azure.Messaging.ServiceBus;
using Azure.Storage.Queues;
using CloudletK8s.Buses.Delivery;
using CloudletK8s.Buses.ServiceBus;
using CloudletK8s.Buses.StorageQueues;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Store.AzureTables;

namespace CloudletK8s.Buses.Settings;

/// <summary>Which bus a host was told to use, by the names of its settings (environment variables on Azure).</summary>
public sealed record BusSettings
{
    public const string NamespaceName = "CLOUDLET_SERVICEBUS_NAMESPACE";
    public const string ServiceBusConnectionName = "CLOUDLET_SERVICEBUS_CONNECTION";
    public const string QueuesEndpointName = "CLOUDLET_QUEUES_ENDPOINT";
    public const string QueuesConnectionName = "CLOUDLET_QUEUES_CONNECTION";

    /// <summary>Work for the controllers.</summary>
    public const string WorkQueue = "work";

    /// <summary>Work for the scheduler.</summary>
    public const string SchedulingQueue = "scheduling";

    /// <summary>What can make a pod schedulable; the rest is read with the next pod.</summary>
    private static readonly HashSet<string> SchedulingResources =
    [
        "pods", "nodes", "namespaces", "persistentvolumeclaims", "persistentvolumes", "storageclasses.storage.k8s.io",
        "csinodes.storage.k8s.io", "csidrivers.storage.k8s.io", "csistoragecapacities.storage.k8s.io",
    ];

    /// <summary>NAME.servicebus.windows.net, reached by the process's identity.</summary>
    public string? Namespace { get; init; }

    public string? ServiceBusConnection { get; init; }

    /// <summary>https://NAME.queue.core.windows.net, reached by the process's identity.</summary>
    public Uri? QueuesEndpoint { get; init; }

    public string? QueuesConnection { get; init; }

    /// <summary>Nothing is told to any bus: changes are found by the sweep alone.</summary>
    public bool IsNone => Namespace is null && ServiceBusConnection is null && QueuesEndpoint is null && QueuesConnection is null;

    /// <summary>Queues without sessions need locks.</summary>
    public bool NeedsLocks => Namespace is null && ServiceBusConnection is null;

    /// <exception cref="FormatException">A setting makes no sense.</exception>
    public static BusSettings Read(Func<string, string?> setting)
    {
        Uri? endpoint = null;
        if (Given(setting(QueuesEndpointName)) is { } text && (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme != Uri.UriSchemeHttps))
            throw new FormatException($"{QueuesEndpointName} is '{text}', which is no https address.");

        return new()
        {
            Namespace = Given(setting(NamespaceName)),
            ServiceBusConnection = Given(setting(ServiceBusConnectionName)),
            QueuesEndpoint = endpoint,
            QueuesConnection = Given(setting(QueuesConnectionName)),
        };
    }

    /// <exception cref="FormatException">No bus is set.</exception>
    public IMessageBus Open(string queue, TimeProvider time)
    {
        if (ServiceBusConnection is not null)
            return new ServiceBusWorkBus(new ServiceBusClient(ServiceBusConnection).CreateSender(queue), time);
        if (Namespace is not null)
            return new ServiceBusWorkBus(new ServiceBusClient(Namespace, AzureTableSettings.Credential()).CreateSender(queue), time);
        if (QueuesConnection is not null)
            return new StorageQueueWorkBus(new QueueClient(QueuesConnection, queue));
        if (QueuesEndpoint is not null)
            return new StorageQueueWorkBus(new QueueClient(new Uri(QueuesEndpoint, queue), AzureTableSettings.Credential()));

        throw new FormatException($"Set {NamespaceName} (NAME.servicebus.windows.net), {QueuesEndpointName}, or a connection string.");
    }

    /// <summary>Whom a host tells of changed resources: the controllers of all, the scheduler of those that it reads.</summary>
    public Func<string, long, IReadOnlyList<(IWorkBus Bus, WorkKey Key)>> Listeners(TimeProvider time)
    {
        var work = Open(WorkQueue, time);
        var scheduling = Open(SchedulingQueue, time);
        return (resource, _) => SchedulingResources.Contains(resource)
            ? [(work, WorkKeys.Changes(resource)), (scheduling, WorkKeys.Scheduling)]
            : [(work, WorkKeys.Changes(resource))];
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
