using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>Lists as sets.</summary>
internal static class Sets
{
    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of("::sets.contains(list(A), list(A)) bool", (run, args) => Contains(run, args[0], args[1])),
        CelOverload.Of("::sets.equivalent(list(A), list(A)) bool", (run, args) => Contains(run, args[0], args[1]) && Contains(run, args[1], args[0])),
        CelOverload.Of("::sets.intersects(list(A), list(A)) bool", (run, args) => Paired(run, args[0], args[1]).Any(found => found)),
    ];

    private static bool Contains(CelRun run, object? all, object? some) => Paired(run, some, all).All(found => found);

    /// <summary>For each item of the one: is it in the other?</summary>
    private static IEnumerable<bool> Paired(CelRun run, object? items, object? others)
    {
        var among = CelValues.List(others);
        foreach (var item in CelValues.List(items))
        {
            run.Charge(among.Count);
            yield return among.Any(other => CelValues.Same(item, other));
        }
    }
}
