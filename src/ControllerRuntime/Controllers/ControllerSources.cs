using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Controllers;

/// <summary>
/// What a controller reads, and what wakes it. Declared once, in its constructor; the runtime follows the kinds, turns changes into
/// work keys, and lets the controller read nothing older than the moment it began.
/// </summary>
public sealed class ControllerSources(string controller, ObjectCaches caches, ObjectLives lives)
{
    private readonly List<IObjectCache> _read = [];
    private readonly List<string> _wokenBy = [];
    private readonly List<string> _writes = [];

    public string Controller => controller;

    public IReadOnlyList<IObjectCache> Read => _read;

    public IReadOnlyList<string> WokenBy => _wokenBy;

    /// <summary>"pods", "deployments/status".</summary>
    public IReadOnlyList<string> Writes => _writes;

    /// <summary>Read, without being woken by it.</summary>
    public ObjectCache<T> Reads<T>() where T : class, IApiObject
    {
        var cache = caches.Of<T>();
        if (!_read.Contains(cache))
            _read.Add(cache);
        return cache;
    }

    /// <summary>The kind that the controller is for: a change wakes it for that object.</summary>
    /// <param name="when">Leaves out changes that cannot matter.</param>
    public ObjectCache<T> For<T>(Func<ObjectChange<T>, bool>? when = null) where T : class, IApiObject =>
        On<T>(change => when is null || when(change) ? [change.Name] : []);

    /// <summary>A change wakes the controller for whatever the map says. Asked once for every object at the start.</summary>
    public ObjectCache<T> On<T>(Func<ObjectChange<T>, IEnumerable<ObjectName>> map) where T : class, IApiObject
    {
        var cache = Reads<T>();
        cache.Add(new KeyMap<T>(controller, map));
        if (!_wokenBy.Contains(cache.Kind.GroupResource))
            _wokenBy.Add(cache.Kind.GroupResource);
        return cache;
    }

    /// <summary>A change of an object wakes the controller for its controlling owner; one that moves wakes both.</summary>
    /// <param name="unowned">Who might adopt an object that nobody controls.</param>
    public ObjectCache<T> Owned<T, TOwner>(Func<T, IEnumerable<ObjectName>>? unowned = null)
        where T : class, IApiObject
        where TOwner : class, IApiObject
    {
        var kind = BuiltInKinds.Of<TOwner>();
        return On<T>(change => Owners(change, kind, unowned));
    }

    /// <summary>A turn in the life of any object, whatever its kind, wakes the controller for what the listener says.</summary>
    public void OnLives(ILifeListener listener)
    {
        lives.Add(controller, listener);
        _wokenBy.Add("*");
    }

    /// <summary>Every key that what was read so far could mean.</summary>
    public IReadOnlyList<WorkKey> AllKeys() =>
        [.. _read.SelectMany(cache => cache.AllKeys(controller)).Concat(lives.AllKeys(controller)).Distinct()];

    /// <summary>Said once for each kind of thing that the controller writes; no two controllers may write one status.</summary>
    public ControllerSources Write(params ReadOnlySpan<string> resources)
    {
        _writes.AddRange(resources);
        return this;
    }

    private static IEnumerable<ObjectName> Owners<T>(ObjectChange<T> change, KindInfo kind, Func<T, IEnumerable<ObjectName>>? unowned)
        where T : class, IApiObject
    {
        var before = change.Previous is { } previous ? OwnerReferences.Controller(previous) : null;
        var now = change.Current is { } current ? OwnerReferences.Controller(current) : null;
        if (before is not null && Matches(before))
            yield return new(change.Object.Metadata?.Namespace ?? "", before.Name ?? "");
        if (now is not null && Matches(now) && (before is null || now.Uid != before.Uid))
            yield return new(change.Object.Metadata?.Namespace ?? "", now.Name ?? "");
        if (now is not null || change.Current is null || unowned is null)
            yield break;

        foreach (var name in unowned(change.Current))
            yield return name;

        bool Matches(OwnerReference owner) => owner.Kind == kind.Kind && Group(owner.ApiVersion) == kind.Group;
    }

    private static string Group(string? apiVersion) => apiVersion?.IndexOf('/') is > 0 and var slash ? apiVersion[..slash] : "";
}
