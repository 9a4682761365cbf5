using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Tests.Rules.Pods;

internal static class PodGiven
{
    public static TreeObject Small => Manifest.Read<Pod>(
        """
        {
          "metadata": { "name": "web", "namespace": "shop", "labels": { "app": "web" } },
          "spec": { "containers": [ { "name": "main", "image": "registry.example/web:1.2" } ] }
        }
        """);

    public static TreeObject With(string pointer, string value) => Small.With<Pod>(pointer, value);

    /// <summary>As it lies in the store.</summary>
    public static TreeObject Stored => Small.With<Pod>("/metadata/uid", "'u1'").With<Pod>("/metadata/resourceVersion", "'7'").Prepared<Pod>();
}
