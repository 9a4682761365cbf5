using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Certificates.V1.Rules;

/// <summary>The decisions about a request: made through the approval subresource only, and never taken back.</summary>
internal static class SigningConditions
{
    private static readonly FieldPath Path = FieldPath.Root("status").Child("conditions");

    /// <summary>A status written from an older copy does not change the decisions; adding or removing some is refused later.</summary>
    public static void Preserve(TreeObject obj, TreeObject old, string type)
    {
        var next = Indexes(obj, type);
        var before = Indexes(old, type);
        for (var i = 0; next.Count == before.Count && i < next.Count; i++)
            List(obj)![next[i]] = List(old)![before[i]].Clone();
    }

    public static void Stamp(TreeObject obj, TreeObject old, DateTimeOffset now)
    {
        foreach (var condition in List(obj)?.Objects() ?? [])
        {
            if (condition.Text("lastUpdateTime") is null)
                condition.Set("lastUpdateTime", GoTime.Format(now));
            if (condition.Text("lastTransitionTime") is null)
                condition.Set("lastTransitionTime", Transition(condition, old) ?? GoTime.Format(now));
        }
    }

    public static void ValidateKept(TreeObject obj, TreeObject old, bool mayDecide, FieldErrors errors)
    {
        foreach (var type in (ReadOnlySpan<string>)["Approved", "Denied", "Failed"])
        {
            if (Indexes(obj, type).Count < Indexes(old, type).Count)
                errors.Forbidden(Path, $"updates may not remove a condition of type \"{type}\"");
        }

        foreach (var type in (ReadOnlySpan<string>)["Approved", "Denied"])
        {
            var next = Indexes(obj, type);
            var before = Indexes(old, type);
            if (mayDecide || next.Count < before.Count)
                continue;
            if (next.Count > before.Count)
                errors.Forbidden(Path, $"updates may not add a condition of type \"{type}\"");
            else if (next.Where((at, i) => !List(obj)![at].SameAs(List(old)![before[i]])).Any())
                errors.Forbidden(Path, $"updates may not modify a condition of type \"{type}\"");
        }
    }

    private static string? Transition(TreeObject condition, TreeObject old) => List(old)?.Objects()
        .FirstOrDefault(before => before.Text("type") == condition.Text("type") && before.Text("status") == condition.Text("status"))
        ?.Text("lastTransitionTime");

    private static TreeList? List(TreeObject obj) => obj.Object("status")?.List("conditions");

    private static List<int> Indexes(TreeObject obj, string type)
    {
        var indexes = new List<int>();
        var list = List(obj);
        for (var i = 0; i < list?.Count; i++)
        {
            if ((list[i] as TreeObject)?.Text("type") == type)
                indexes.Add(i);
        }

        return indexes;
    }
}
