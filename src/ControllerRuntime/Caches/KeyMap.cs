using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>What a change of this kind means for one controller: which of its objects it has to look at again.</summary>
internal sealed class KeyMap<T>(string controller, Func<ObjectChange<T>, IEnumerable<ObjectName>> map) where T : class, IApiObject
{
    public string Controller => controller;

    public void Collect(ObjectChange<T> change, List<WorkKey> keys)
    {
        foreach (var name in map(change))
            keys.Add(new(controller, name));
    }
}
