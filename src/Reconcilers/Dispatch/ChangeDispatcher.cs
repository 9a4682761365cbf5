using System.Globalization;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Store;

namespace CloudletK8s.Reconcilers.Dispatch;

/// <summary>
/// Turns the log of a resource into work, from where the last run ended: for hosts whose controllers do not live long enough to
/// follow. The mark moves after the keys are on the bus, so that whatever happens in between is published twice and never not.
/// </summary>
public sealed class ChangeDispatcher(IClusterStore store, PublishedMarks marks, ControllerSet controllers, IWorkBus bus)
{
    /// <summary>Changes between two marks: what is repeated at most when a run is cut off.</summary>
    private const int ChangesAMark = 500;

    /// <summary>Works on a key of <see cref="WorkKeys.ChangesController"/>: the name of a resource.</summary>
    public async ValueTask<ReconcileResult> Reconcile(ObjectName name, CancellationToken cancellationToken)
    {
        var cache = controllers.Caches.All.FirstOrDefault(known => known.Kind.GroupResource == name.Name);
        if (cache is null)
            return ReconcileResult.Done.Instance;

        var newest = await Newest(name.Name, cancellationToken);
        var mark = await marks.Get(name.Name, cancellationToken);
        if (mark >= newest)
            return ReconcileResult.Done.Instance;

        using var cursor = mark is { } after ? await store.Resource(name.Name).Watch(after, cancellationToken) : null;
        if (cursor is null)
            await PublishEverything(cache, newest, cancellationToken);
        else
            await PublishChanges(cache, cursor, newest, cancellationToken);
        return ReconcileResult.Done.Instance;
    }

    /// <summary>Publishes whatever lies behind the marks: for a timer.</summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        foreach (var resource in await marks.Resources(cancellationToken))
            await Reconcile(ObjectName.OfCluster(resource), cancellationToken);
    }

    /// <summary>Publishes every key of the controllers, whatever has happened or not: the slow net under all others.</summary>
    public async Task Resync(Func<IController, bool> which, CancellationToken cancellationToken)
    {
        foreach (var controller in controllers.All.Where(which))
        {
            await controllers.Caches.CatchUp(controller.Sources.Read, cancellationToken);
            await bus.Publish(controllers.Everything(controller.Name), TimeSpan.Zero, "", cancellationToken);
        }
    }

    private async ValueTask<long> Newest(string resource, CancellationToken cancellationToken) =>
        await store.Resource(resource).Read(ReadAt.Newest.Instance, cancellationToken) is ReadResult.Found found ? found.Snapshot.Revision : 0;

    /// <summary>Nothing was published yet, or history does not reach back to the mark.</summary>
    private async Task PublishEverything(IObjectCache cache, long newest, CancellationToken cancellationToken)
    {
        await controllers.Caches.CatchUp([cache], cancellationToken);
        foreach (var controller in controllers.All)
            await bus.Publish([.. cache.AllKeys(controller.Name).Distinct()], TimeSpan.Zero, Stamp(cache, newest), cancellationToken);
        await marks.Set(cache.Kind.GroupResource, newest, cancellationToken);
    }

    private async Task PublishChanges(IObjectCache cache, IWatchCursor cursor, long newest, CancellationToken cancellationToken)
    {
        var keys = new HashSet<WorkKey>();
        var changes = 0;
        while (cursor.Revision < newest)
        {
            if (!cursor.TryRead(out var change))
            {
                if (await cursor.WaitToRead(cancellationToken))
                    continue;

                await PublishEverything(cache, newest, cancellationToken);
                return;
            }

            keys.UnionWith(cache.KeysOf(Tree(change.Previous), change.Type == ChangeType.Deleted ? null : Tree(change.Object)));
            if (++changes % ChangesAMark == 0)
                await Publish(cache, keys, cursor.Revision, cancellationToken);
        }

        await Publish(cache, keys, cursor.Revision, cancellationToken);
    }

    private async Task Publish(IObjectCache cache, HashSet<WorkKey> keys, long upTo, CancellationToken cancellationToken)
    {
        await bus.Publish([.. keys], TimeSpan.Zero, Stamp(cache, upTo), cancellationToken);
        await marks.Set(cache.Kind.GroupResource, upTo, cancellationToken);
        keys.Clear();
    }

    private static TreeObject? Tree(StoredObject? stored) => stored is null ? null : JsonTreeReader.ReadTrusted(stored.Json.Span);

    private static string Stamp(IObjectCache cache, long revision) => $"{cache.Kind.GroupResource}.{revision.ToString(CultureInfo.InvariantCulture)}";
}
