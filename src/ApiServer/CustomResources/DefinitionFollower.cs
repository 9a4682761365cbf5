using CloudletK8s.Api.ApiExtensions.V1.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.ApiServer.Webhooks;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>
/// Makes what the definitions say what the server serves. It runs after every local write of a definition, before that write is
/// answered, and when a request may concern what another server wrote; so it needs no loop of its own, and an idle server
/// reads nothing. Whatever it does depends on the definitions' state alone and may happen on several servers at once.
/// </summary>
internal sealed partial class DefinitionFollower(
    IClusterStore cluster, ServedResources served, DefinitionCleanup cleanup, WebhookClients webhooks, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    public const string Resource = "customresourcedefinitions.apiextensions.k8s.io";

    /// <summary>How long another server's change of a definition may go unnoticed while its objects are asked for.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    /// <summary>Every round settles at least one definition, unless other servers were faster.</summary>
    private const int MostRounds = 256;

    private readonly IResourceStore _definitions = cluster.Resource(Resource);
    private readonly IReadOnlyList<ServedResource> _builtIn = [.. served.Current.All];
    private readonly SemaphoreSlim _building = new(1);
    private Dictionary<ObjectKey, (long Revision, IReadOnlyList<ServedResource> Resources)> _made = [];
    private long _built = -1;
    private long _checked = long.MinValue;

    public bool IsFresh => Volatile.Read(ref _checked) is var last && last != long.MinValue && time.GetElapsedTime(last) < Freshness;

    public async ValueTask Follow(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        if ((await Newest(cancellationToken)).Revision != Volatile.Read(ref _built))
            await Build(cancellationToken);
        Volatile.Write(ref _checked, asked);
    }

    /// <summary>After a local write, which has happened whatever becomes of this; the next request tries again.</summary>
    public async ValueTask FollowWrite(CancellationToken cancellationToken)
    {
        try
        {
            await Follow(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            NotFollowed(logger, e);
        }
        catch (OperationCanceledException)
        {
            // The client went away.
        }
    }

    public ValueTask DisposeAsync()
    {
        _building.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask Build(CancellationToken cancellationToken)
    {
        await _building.WaitAsync(cancellationToken);
        try
        {
            for (var round = 1; ; round++)
            {
                var snapshot = await Newest(cancellationToken);
                if (snapshot.Revision == _built)
                    return;

                var definitions = snapshot.Objects().Select(stored => (Stored: stored, Tree: StoredTrees.Read(stored))).ToList();
                if (round < MostRounds && await Settle(definitions, cancellationToken))
                    continue;

                Serve(definitions);
                Volatile.Write(ref _built, snapshot.Revision);
                return;
            }
        }
        finally
        {
            _building.Release();
        }
    }

    private async ValueTask<ResourceSnapshot> Newest(CancellationToken cancellationToken) =>
        await _definitions.Read(ReadAt.Newest.Instance, cancellationToken) is ReadResult.Found found
            ? found.Snapshot
            : throw new InvalidOperationException("the newest revision is always there");

    /// <returns>True when something was written, or somebody else wrote: the definitions must be read again.</returns>
    private async ValueTask<bool> Settle(List<(StoredObject Stored, TreeObject Tree)> definitions, CancellationToken cancellationToken)
    {
        var now = GoTime.Format(time.GetUtcNow());
        foreach (var (stored, tree) in definitions)
        {
            if (DefinitionTrees.IsTerminating(tree) || NameAcceptance.Decide(tree, definitions.Select(other => other.Tree), now) is not { } next)
                continue;

            var (json, offset) = JsonTreeWriter.WriteForStore(next);
            await _definitions.Commit(
                new(ChangeType.Modified, stored.Key) { Json = json, RevisionOffset = offset, ExpectedRevision = stored.Revision }, cancellationToken);
            return true;
        }

        return false;
    }

    private void Serve(List<(StoredObject Stored, TreeObject Tree)> definitions)
    {
        // A definition that did not change keeps its resources, and what is remembered with them.
        var made = new Dictionary<ObjectKey, (long Revision, IReadOnlyList<ServedResource> Resources)>();
        foreach (var (stored, tree) in definitions)
        {
            made[stored.Key] = _made.TryGetValue(stored.Key, out var known) && known.Revision == stored.Revision
                ? known
                : (stored.Revision, DefinedResources.Of(tree, cluster, webhooks));
            if (DefinitionTrees.IsTerminating(tree))
                cleanup.Begin(stored.Key, this);
        }

        if (made.Count + _made.Count > 0)
            served.Replace(new([.. _builtIn, .. made.Values.SelectMany(entry => entry.Resources)]));
        _made = made;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What custom resource definitions say could not be followed")]
    private static partial void NotFollowed(ILogger logger, Exception exception);
}
