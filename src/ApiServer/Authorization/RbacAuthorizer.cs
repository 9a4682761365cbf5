using CloudletK8s.Api.Authorization.V1;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>
/// Roles and bindings. Decisions come from a compiled snapshot that is made anew when one of the four resources has changed;
/// changes by other servers are looked for at most once a second.
/// </summary>
internal sealed class RbacAuthorizer : IAuthorizer
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly IResourceStore[] _stores;
    private readonly TimeProvider _time;
    private volatile Compiled? _compiled;
    private long _lookedAt;

    public RbacAuthorizer(IClusterStore store, TimeProvider time)
    {
        _stores = [.. new[] { "roles", "clusterroles", "rolebindings", "clusterrolebindings" }.Select(name => store.Resource($"{name}.rbac.authorization.k8s.io"))];
        _time = time;
    }

    public async ValueTask<AccessDecision> Decide(UserInfo user, AccessAttributes attributes, CancellationToken cancellationToken) =>
        user.IsMaster ? new(true, "") : (await Snapshot(cancellationToken)).Decide(user, attributes);

    public async ValueTask<AccessRules> RulesOf(UserInfo user, string inNamespace, CancellationToken cancellationToken)
    {
        var resources = new List<ResourceRule>();
        var others = new List<NonResourceRule>();
        if (user.IsMaster)
        {
            resources.Add(new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] });
            others.Add(new() { Verbs = ["*"], NonResourceURLs = ["*"] });
        }

        foreach (var rule in (await Snapshot(cancellationToken)).RulesOf(user, inNamespace))
        {
            if (rule.Resources is { Count: > 0 })
                resources.Add(new() { Verbs = rule.Verbs, ApiGroups = rule.ApiGroups, Resources = rule.Resources, ResourceNames = rule.ResourceNames });
            if (rule.NonResourceURLs is { Count: > 0 })
                others.Add(new() { Verbs = rule.Verbs, NonResourceURLs = rule.NonResourceURLs });
        }

        return new(resources, others);
    }

    public async ValueTask<RbacSnapshot> Snapshot(CancellationToken cancellationToken)
    {
        var compiled = _compiled;
        if (compiled is not null && _time.GetElapsedTime(Interlocked.Read(ref _lookedAt)) < Freshness && compiled.IsOf(_stores))
            return compiled.Rbac;

        var snapshots = await Task.WhenAll(_stores.Select(store => Read(store, cancellationToken)));
        Interlocked.Exchange(ref _lookedAt, _time.GetTimestamp());
        if (compiled is not null && compiled.IsAt(snapshots))
            return compiled.Rbac;

        var made = new Compiled(new(snapshots[0], snapshots[1], snapshots[2], snapshots[3]), [.. snapshots.Select(snapshot => snapshot.Revision)]);
        _compiled = made;
        return made.Rbac;
    }

    private static async Task<ResourceSnapshot> Read(IResourceStore store, CancellationToken cancellationToken) =>
        await store.Read(ReadAt.Newest.Instance, cancellationToken) is ReadResult.Found found
            ? found.Snapshot
            : throw new InvalidOperationException("the newest revision can always be read");

    private sealed record Compiled(RbacSnapshot Rbac, long[] Revisions)
    {
        public bool IsOf(IResourceStore[] stores)
        {
            for (var i = 0; i < stores.Length; i++)
            {
                if (stores[i].Revision != Revisions[i])
                    return false;
            }

            return true;
        }

        public bool IsAt(ResourceSnapshot[] snapshots) => Revisions.SequenceEqual(snapshots.Select(snapshot => snapshot.Revision));
    }
}
