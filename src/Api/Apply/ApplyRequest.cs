using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>What an applied configuration must be, whatever it is applied to.</summary>
internal static class ApplyRequest
{
    public static PatchError? Wrong(TreeObject config, ApplyType type, string apiVersion)
    {
        if (config.Text("apiVersion") != apiVersion)
            return PatchError.BadRequest($"invalid object type: {KindOf(config)}");
        if (config.Object("metadata")?["managedFields"] is TreeList)
            return PatchError.BadRequest("metadata.managedFields must be nil");

        var errors = ConfigCheck.Errors(config, type);
        if (errors.Count == 0)
            return null;

        var metadata = config.Object("metadata");
        var what = $"{metadata?.Text("namespace")}/{metadata?.Text("name")}; {KindOf(config)}";
        var list = errors.Count == 1 ? errors[0] : string.Join("\n  ", errors.Prepend("errors:"));
        return PatchError.BadRequest($"failed to create typed patch object ({what}): {list}");
    }

    private static string KindOf(TreeObject config)
    {
        var apiVersion = config.Text("apiVersion") ?? "";
        return $"{(apiVersion.Contains('/', StringComparison.Ordinal) ? "" : "/")}{apiVersion}, Kind={config.Text("kind")}";
    }
}
