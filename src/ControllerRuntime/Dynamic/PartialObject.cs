using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>An object of any kind, as far as all kinds are alike.</summary>
public sealed record PartialObject(KindInfo Kind, ObjectMeta Metadata)
{
    public ObjectName Name => new(Metadata.Namespace ?? "", Metadata.Name ?? "");

    public bool IsDeleting => Metadata.DeletionTimestamp is not null;

    public bool HasFinalizer(string name)
    {
        var finalizers = Metadata.Finalizers;
        for (var i = 0; i < finalizers?.Count; i++)
        {
            if (finalizers[i] == name)
                return true;
        }

        return false;
    }
}
