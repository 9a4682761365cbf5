using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>An object that has owners.</summary>
internal sealed class GraphNode(KindInfo kind, ObjectName name, string uid)
{
    public KindInfo Kind => kind;

    public ObjectName Name => name;

    public string Uid => uid;

    public ObjectName Key => GarbageKey.Of(kind.GroupResource, name);

    public IReadOnlyList<OwnerLink> Owners { get; set; } = [];

    /// <summary>It is deleted in the foreground: it waits for its own dependents.</summary>
    public bool IsWaiting { get; set; }

    public bool Blocks(string owner)
    {
        for (var i = 0; i < Owners.Count; i++)
        {
            if (Owners[i].Blocks && Owners[i].Uid == owner)
                return true;
        }

        return false;
    }
}
