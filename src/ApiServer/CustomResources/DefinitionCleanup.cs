using System.Collections.Concurrent;
using CloudletK8s.Api.ApiExtensions.V1.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>
/// Removes the objects of definitions that are being deleted, then the definitions. It waits for objects that others hold back
/// with finalizers. A server that stops leaves the rest to whichever looks at the definitions next.
/// </summary>
internal sealed partial class DefinitionCleanup(IClusterStore cluster, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>Removals that wait for the store together.</summary>
    private const int Concurrency = 64;

    private readonly ConcurrentDictionary<ObjectKey, Task> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    public void Begin(ObjectKey key, DefinitionFollower follower)
    {
        if (!_stopping.IsCancellationRequested)
            _running.GetOrAdd(key, _ => Task.Run(() => Run(key, follower, _stopping.Token)));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stopping.Dispose();
    }

    private async Task Run(ObjectKey key, DefinitionFollower follower, CancellationToken cancellationToken)
    {
        try
        {
            // The name of a definition is the name of its resource.
            var objects = cluster.Resource(key.Name);
            while (true)
            {
                var seen = objects.Revision;
                if (await Step(key, objects, cancellationToken))
                    break;

                await WaitForChange(objects, seen, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            Failed(logger, key, e);
        }
        finally
        {
            _running.TryRemove(key, out _);
        }

        await follower.FollowWrite(cancellationToken);
    }

    /// <returns>True when nothing is left to do.</returns>
    private async ValueTask<bool> Step(ObjectKey key, IResourceStore objects, CancellationToken cancellationToken)
    {
        var definitions = cluster.Resource(DefinitionFollower.Resource);
        if (await definitions.Get(key, cancellationToken) is not { } stored)
            return true;

        var definition = StoredTrees.Read(stored);
        var finalizers = definition.Object("metadata")?.List("finalizers");
        if (!DefinitionTrees.IsTerminating(definition) || finalizers?.Texts().Contains(DefinitionTrees.CleanupFinalizer) != true)
            return true;

        if (!await RemoveAll(objects, cancellationToken))
            return false;

        finalizers.RemoveAll(finalizer => finalizer is TreeText { Value: DefinitionTrees.CleanupFinalizer });
        if (finalizers.Count == 0)
            definition.Object("metadata")!.Remove("finalizers");
        DefinitionTrees.SetCondition(
            definition, "Terminating", false, "InstanceDeletionCompleted", "removed all instances", GoTime.Format(time.GetUtcNow()));

        // Where somebody was faster with the definition, it is looked at again.
        var type = finalizers.Count == 0 ? ChangeType.Deleted : ChangeType.Modified;
        return await Write(definitions, type, stored, definition, cancellationToken) || await Step(key, objects, cancellationToken);
    }

    /// <summary>What is left is held by somebody, who changes it when he is done.</summary>
    private static async ValueTask WaitForChange(IResourceStore objects, long seen, CancellationToken cancellationToken)
    {
        using var cursor = await objects.Watch(seen, cancellationToken);
        if (cursor is not null)
            await cursor.WaitToRead(cancellationToken);
    }

    /// <returns>True when no object is left.</returns>
    private async ValueTask<bool> RemoveAll(IResourceStore objects, CancellationToken cancellationToken)
    {
        if (await objects.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found { Snapshot: var snapshot })
            return false;

        var left = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(snapshot.Objects(), options, async (stored, cancelled) =>
        {
            if (!await Remove(objects, stored, cancelled))
                Interlocked.Increment(ref left);
        });
        return left == 0;
    }

    private async ValueTask<bool> Remove(IResourceStore objects, StoredObject stored, CancellationToken cancellationToken)
    {
        var obj = StoredTrees.Read(stored);
        var metadata = ObjectMetadata.Of(obj);
        if (metadata.List("finalizers") is null or { Count: 0 })
            return await Write(objects, ChangeType.Deleted, stored, obj, cancellationToken);

        if (!Deletion.IsMarked(metadata))
        {
            Deletion.Mark(obj, time.GetUtcNow(), 0);
            await Write(objects, ChangeType.Modified, stored, obj, cancellationToken);
        }

        return false;
    }

    private static async ValueTask<bool> Write(
        IResourceStore store, ChangeType type, StoredObject stored, TreeObject tree, CancellationToken cancellationToken)
    {
        var (json, offset) = JsonTreeWriter.WriteForStore(tree);
        var result = await store.Commit(
            new(type, stored.Key) { Json = json, RevisionOffset = offset, ExpectedRevision = stored.Revision }, cancellationToken);
        return result is CommitResult.Committed or CommitResult.NotFound;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The objects of {Definition} could not be removed")]
    private static partial void Failed(ILogger logger, ObjectKey definition, Exception exception);
}
