using CloudletK8s.Api.Core.V1.Rules.Quotas;
using System.Collections.Concurrent;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Quotas;

/// <summary>
/// Counts what a new object takes, or what an update takes more, and refuses what is too much. The count is written with the quota's revision before the object is,
/// so two creations cannot both take the last of it. Where the count says that nothing is left and nobody has changed it for a while,
/// the objects themselves are counted: what was deleted since, or never came to be, is free again.
/// </summary>
internal sealed class ResourceQuotas(IResourceStore quotas, TimeProvider time) : IAdmissionPlugin
{
    /// <summary>Longer than a creation takes from its charge to its commit: before that, counting the objects would miss it.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ObjectKey, (long Revision, DateTimeOffset Since)> _seen = new();

    private const int MaximumAttempts = 32;
    private static readonly string[] PerContainer = ["cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory"];

    public bool Handles(AdmissionRequest request) => request.Namespace.Length > 0 && request.Resource.Store is not null && request.Operation switch
    {
        AdmissionOperation.Create => request.Subresource.Length == 0,
        AdmissionOperation.Update when request.Is("", "pods") => request.Subresource == "resize",
        AdmissionOperation.Update => request.Subresource.Length == 0 && (request.Is("", "services") || request.Is("", "persistentvolumeclaims")),
        _ => false,
    };

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (await quotas.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found || found.Snapshot.CountOf(request.Namespace) == 0)
            return;

        var wanted = QuotaUsage.Of(request.Resource.Storage, request.Object!);
        if (request.OldObject is { } old)
        {
            foreach (var (name, amount) in QuotaUsage.Of(request.Resource.Storage, old))
                wanted[name] = wanted.GetValueOrDefault(name) - amount;
        }

        List<StoredObject> concerned = [.. found.Snapshot.Objects(request.Namespace)];

        // All are asked before any is charged.
        foreach (var stored in concerned)
            await Charged(stored, request, wanted, cancellationToken);
        if (request.DryRun)
            return;

        foreach (var stored in concerned)
            await Charge(stored, request, wanted, cancellationToken);
    }

    private async ValueTask Charge(StoredObject stored, AdmissionRequest request, Dictionary<string, Quantity> wanted, CancellationToken cancellationToken)
    {
        var current = stored;
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            if (await Charged(current, request, wanted, cancellationToken) is not { } charged)
                return;

            var (json, offset) = JsonTreeWriter.WriteForStore(charged);
            var write = new ObjectWrite(ChangeType.Modified, current.Key) { Json = json, RevisionOffset = offset, ExpectedRevision = current.Revision };
            switch (await quotas.Commit(write, cancellationToken))
            {
                case CommitResult.Conflict conflict:
                    current = conflict.Newest;
                    break;
                default:
                    return;
            }
        }

        throw ApiErrors.Conflict(BuiltInKinds.Of<ResourceQuota>(), stored.Key.Name, "the quota changed too often; try again");
    }

    /// <returns>The quota with the object counted in; null when it has nothing to do with it.</returns>
    private async ValueTask<TreeObject?> Charged(
        StoredObject stored, AdmissionRequest request, Dictionary<string, Quantity> wanted, CancellationToken cancellationToken)
    {
        var tree = StoredTrees.Read(stored);
        var quota = RecordBinder.Read<ResourceQuota>(tree);
        var isPod = request.Is("", "pods");
        if (quota.Spec is not { Hard: { } hard } spec || !QuotaScopes.Match(spec, isPod, request.Object!))
            return null;

        if (isPod)
            RequireAmounts(request, stored.Key.Name, hard);
        var delta = wanted.Where(pair => hard.ContainsKey(pair.Key) && !pair.Value.IsZero).ToDictionary();
        if (delta.Count == 0)
            return null;

        var used = (quota.Status?.Used ?? new Dictionary<string, Quantity>()).Where(pair => hard.ContainsKey(pair.Key)).ToDictionary();
        var unknown = delta.Keys.Any(name => !used.ContainsKey(name));
        if (unknown || (Exceeded(delta, used, hard).Count > 0 && IsSettled(stored)))
        {
            var counted = await Count(request, spec, cancellationToken);
            foreach (var name in delta.Keys)
                used[name] = counted.GetValueOrDefault(name);
        }

        if (Exceeded(delta, used, hard) is { Count: > 0 } exceeded)
        {
            throw Refused(
                request,
                $"exceeded quota: {stored.Key.Name}, requested: {ResourceAmounts.Show(Only(delta, exceeded))}, used: {ResourceAmounts.Show(Only(used, exceeded))}, limited: {ResourceAmounts.Show(Only(hard, exceeded))}");
        }

        ResourceAmounts.Add(used, delta);
        foreach (var name in delta.Keys.Where(name => used[name] < Quantity.Zero))
            used[name] = Quantity.Zero;
        var status = tree.ObjectOrNew("status");
        status.Set("hard", Tree(hard));
        status.Set("used", Tree(used));
        return tree;
    }

    /// <summary>The same revision as some time ago: no server has charged it since.</summary>
    private bool IsSettled(StoredObject quota)
    {
        var seen = _seen.AddOrUpdate(
            quota.Key,
            static (_, now) => now,
            static (_, before, now) => before.Revision == now.Revision ? before : now,
            (quota.Revision, time.GetUtcNow()));
        return seen.Revision == quota.Revision && time.GetUtcNow() - seen.Since >= UnderWay;
    }

    private static async ValueTask<Dictionary<string, Quantity>> Count(AdmissionRequest request, ResourceQuotaSpec spec, CancellationToken cancellationToken)
    {
        var counted = new Dictionary<string, Quantity>();
        if (await request.Resource.Store!.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
            return counted;

        foreach (var stored in found.Snapshot.Objects(request.Namespace))
        {
            var obj = StoredTrees.Read(stored);
            if (QuotaScopes.Match(spec, request.Is("", "pods"), obj))
                ResourceAmounts.Add(counted, QuotaUsage.Of(request.Resource.Storage, obj));
        }

        return counted;
    }

    /// <summary>A quota on an amount needs every container to say how much it takes.</summary>
    private static void RequireAmounts(AdmissionRequest request, string quota, IReadOnlyDictionary<string, Quantity> hard)
    {
        var missing = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var limited in PerContainer.Where(hard.ContainsKey))
        {
            var kind = limited.StartsWith("limits.", StringComparison.Ordinal) ? "limits" : "requests";
            var resource = limited[(limited.IndexOf('.') + 1)..];
            foreach (var container in PodCreation.Containers(request.Object!.ObjectOrNew("spec")))
            {
                if (ResourceAmounts.OfContainer(container, kind).ContainsKey(resource))
                    continue;

                if (!missing.TryGetValue(limited, out var names))
                    missing[limited] = names = new(StringComparer.Ordinal);
                names.Add(container.Text("name") ?? "");
            }
        }

        if (missing.Count > 0)
            throw Refused(request, $"failed quota: {quota}: must specify {string.Join("; ", missing.Select(pair => $"{pair.Key} for: {string.Join(',', pair.Value)}"))}");
    }

    private static List<string> Exceeded(
        Dictionary<string, Quantity> delta, Dictionary<string, Quantity> used, IReadOnlyDictionary<string, Quantity> hard) =>
        [.. delta.Where(pair => pair.Value > Quantity.Zero && used.GetValueOrDefault(pair.Key) + pair.Value > hard[pair.Key]).Select(pair => pair.Key)];

    private static IEnumerable<KeyValuePair<string, Quantity>> Only(IReadOnlyDictionary<string, Quantity> amounts, List<string> names) =>
        names.Select(name => KeyValuePair.Create(name, amounts.TryGetValue(name, out var amount) ? amount : Quantity.Zero));

    private static TreeObject Tree(IReadOnlyDictionary<string, Quantity> amounts)
    {
        var tree = new TreeObject(amounts.Count);
        foreach (var (name, amount) in amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            tree.Set(name, amount.ToString());
        return tree;
    }

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Resource.Storage, request.Name, why);
}
