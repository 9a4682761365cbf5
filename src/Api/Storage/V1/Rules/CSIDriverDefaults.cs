using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Storage.V1.Rules;

internal static class CSIDriverDefaults
{
    public static void Apply(TreeObject spec)
    {
        if (spec.List("volumeLifecycleModes") is not { Count: > 0 })
            spec.Set("volumeLifecycleModes", TreeList.OfTexts(["Persistent"]));
    }
}
