using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>A work key that names an object of any kind: the resource stands before the name ("deployments.apps/web").</summary>
internal static class GarbageKey
{
    public static ObjectName Of(string resource, ObjectName name) => new(name.Namespace, $"{resource}/{name.Name}");

    public static (string Resource, ObjectName Name) Read(ObjectName key)
    {
        var slash = key.Name.IndexOf('/');
        return (key.Name[..Math.Max(slash, 0)], new(key.Namespace, key.Name[(slash + 1)..]));
    }
}
