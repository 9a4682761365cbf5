using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>Names an object within its resource. The namespace is empty for cluster-scoped objects.</summary>
public readonly record struct ObjectName(string Namespace, string Name)
{
    public static ObjectName OfCluster(string name) => new("", name);

    public static ObjectName Of(IApiObject obj) => new(obj.Metadata?.Namespace ?? "", obj.Metadata?.Name ?? "");

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
