using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Work;

/// <summary>
/// Something for a controller to look at again. It says where, never what happened: whoever works on it looks for himself, so
/// that a key may come late, twice or for nothing.
/// </summary>
public readonly record struct WorkKey(string Controller, ObjectName Object)
{
    public override string ToString() => $"{Controller} {Object}";
}
