using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>The part of an object that the server itself writes.</summary>
internal static class ObjectMetadata
{
    private const string SuffixLetters = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;
    private const int LongestGeneratedBase = 63 - SuffixLength;

    public static TreeObject Of(TreeObject obj) => obj.ObjectOrNew("metadata");

    /// <summary>Gives a new object its identity.</summary>
    public static void FillNew(TreeObject obj, RequestScope scope, Random random)
    {
        var metadata = Of(obj);
        PlaceInNamespace(metadata, scope);
        if (metadata.Text("name") is null or "" && metadata.Text("generateName") is { Length: > 0 } generateName)
            metadata.Set("name", GeneratedName(generateName, random));

        metadata.Remove("deletionTimestamp");
        metadata.Remove("deletionGracePeriodSeconds");
        metadata.Remove("selfLink");
        metadata.Remove("generation");
        metadata.Set("uid", Guid.NewGuid().ToString());
        metadata.Set("creationTimestamp", GoTime.Format(scope.Now));
        if (scope.Resource.Strategy.CountsGeneration)
            metadata.Set("generation", 1);
    }

    public static void PlaceInNamespace(TreeObject metadata, RequestScope scope)
    {
        if (!scope.Kind.Namespaced)
            return;

        var given = metadata.Text("namespace") ?? "";
        if (given.Length > 0 && given != scope.Namespace)
            throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        metadata.Set("namespace", scope.Namespace);
    }

    /// <summary>What an update may not touch comes from the old object.</summary>
    public static void KeepSystemFields(TreeObject obj, TreeObject old)
    {
        var metadata = Of(obj);
        var before = Of(old);
        foreach (var field in (ReadOnlySpan<string>)["generation", "selfLink"])
            metadata[field] = before[field];

        // Left out means unchanged; another value is the validation's business.
        foreach (var field in (ReadOnlySpan<string>)["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds"])
        {
            if (metadata[field] is null or TreeNull || metadata.Text(field) is { Length: 0 })
                metadata[field] = before[field];
        }
    }

    public static void RaiseGeneration(TreeObject obj, TreeObject old) =>
        Of(obj).Set("generation", (Of(old).Whole("generation") ?? 0) + 1);

    private static string GeneratedName(string generateName, Random random)
    {
        var start = generateName.Length > LongestGeneratedBase ? generateName[..LongestGeneratedBase] : generateName;
        return start + string.Create(SuffixLength, random, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = SuffixLetters[source.Next(SuffixLetters.Length)];
        });
    }
}
