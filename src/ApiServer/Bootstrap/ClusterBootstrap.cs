using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Allocation;
using CloudletK8s.ApiServer.Authorization.Defaults;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Bootstrap;

/// <summary>
/// Creates what every cluster has and this one lacks. Straight into the store, all at once: these objects are right as they are,
/// and the first answer waits for some of them. Several servers may do it at the same time; the first one wins.
/// </summary>
/// <param name="withAccounts">Pods need the default accounts of their namespaces, from the first answer on.</param>
internal sealed partial class ClusterBootstrap(IClusterStore store, ServiceAllocator services, bool withAccounts, TimeProvider time, ILogger logger)
{
    /// <summary>What a client expects to find with the first answer.</summary>
    public Task Essential(Uri? advertised, CancellationToken cancellationToken) =>
        CreateMissing([.. StandardNamespaces.All(), .. withAccounts ? StandardNamespaces.Accounts() : [], KubernetesService.Service(services.FirstAddress, advertised)], cancellationToken);

    /// <summary>Everything else. A failure is logged and mended by the next start.</summary>
    public async Task Rest(Uri? advertised, CancellationToken cancellationToken)
    {
        try
        {
            await CreateMissing([.. DefaultAccess.All(), .. StandardPriorities.All(), AuthenticationConfig()], cancellationToken);
            foreach (var endpoints in KubernetesService.Endpoints(advertised))
                await Replace(endpoints, cancellationToken);
            await services.Repair(cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The server ends before it was ready.
        }
        catch (ObjectDisposedException)
        {
            // The same, said by the store.
        }
        catch (Exception e)
        {
            Failed(logger, e);
        }
    }

    private Task CreateMissing(IReadOnlyList<StandardObject> objects, CancellationToken cancellationToken) =>
        Task.WhenAll(objects.Select(standard => Create(standard, cancellationToken)));

    private async Task Create(StandardObject standard, CancellationToken cancellationToken)
    {
        var resource = store.Resource(standard.Resource);
        var key = Key(standard.Object);
        if (await resource.Get(key, cancellationToken) is null)
            await resource.Commit(Write(ChangeType.Added, key, Complete(standard.Object), null), cancellationToken);
    }

    /// <summary>The address may be another than at the last start.</summary>
    private async Task Replace(StandardObject standard, CancellationToken cancellationToken)
    {
        var resource = store.Resource(standard.Resource);
        var key = Key(standard.Object);
        if (await resource.Get(key, cancellationToken) is not { } existing)
        {
            await Create(standard, cancellationToken);
            return;
        }

        var next = StoredTrees.Read(existing);
        var before = next.CloneObject();
        foreach (var (name, value) in standard.Object)
        {
            if (name != "metadata")
                next.Set(name, value);
        }

        if (!next.SameAs(before))
            await resource.Commit(Write(ChangeType.Modified, key, next, existing.Revision), cancellationToken);
    }

    private static ObjectKey Key(TreeObject obj)
    {
        var metadata = obj.Object("metadata")!;
        return new(metadata.Text("namespace") ?? "", metadata.Text("name")!);
    }

    private TreeObject Complete(TreeObject obj)
    {
        var metadata = obj.Object("metadata")!;
        var complete = new TreeObject();
        foreach (var name in (ReadOnlySpan<string>)["name", "namespace"])
            complete[name] = metadata[name];
        complete.Set("uid", Guid.NewGuid().ToString());
        complete["generation"] = metadata["generation"];
        complete.Set("creationTimestamp", GoTime.Format(time.GetUtcNow()));
        complete["labels"] = metadata["labels"];
        complete["annotations"] = metadata["annotations"];
        obj.Set("metadata", complete);
        return obj;
    }

    private static ObjectWrite Write(ChangeType type, ObjectKey key, TreeObject obj, long? expected)
    {
        var (json, offset) = JsonTreeWriter.WriteForStore(obj);
        return new(type, key) { Json = json, RevisionOffset = offset, ExpectedRevision = expected };
    }

    private static StandardObject AuthenticationConfig() =>
        new("configmaps", StandardObject.Named("v1", "ConfigMap", "extension-apiserver-authentication", "kube-system"));

    [LoggerMessage(Level = LogLevel.Error, Message = "Some of the objects that every cluster has could not be created; the next start tries again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
