using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>All policies that some binding puts in force.</summary>
internal sealed record PolicySet(IReadOnlyList<CompiledPolicy> Policies)
{
    public bool IsEmpty => Policies.Count == 0;

    /// <param name="snapshots">Of the policies, and of the bindings.</param>
    public static PolicySet Of(IReadOnlyList<ResourceSnapshot> snapshots)
    {
        var bindings = Specs(snapshots[1]).Select(pair => new CompiledBinding(pair.Name, pair.Spec)).ToLookup(binding => binding.Policy);
        return new(
        [
            .. Specs(snapshots[0])
                .Where(pair => bindings.Contains(pair.Name))
                .Select(pair => new CompiledPolicy(pair.Name, pair.Spec, [.. bindings[pair.Name]])),
        ]);
    }

    private static IEnumerable<(string Name, TreeObject Spec)> Specs(ResourceSnapshot snapshot)
    {
        foreach (var stored in snapshot.Objects())
        {
            var tree = StoredTrees.Read(stored);
            if (tree.Object("spec") is { } spec)
                yield return (stored.Key.Name, spec);
        }
    }
}
