using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>Who might adopt a child that nobody controls: the owners of its namespace that select it.</summary>
internal static class Adopters
{
    public static IEnumerable<ObjectName> Of<TOwner>(ObjectCache<TOwner> owners, IApiObject child, Func<TOwner, LabelSelector?> selectorOf)
        where TOwner : class, IApiObject =>
        owners.InNamespace(child.Metadata?.Namespace ?? "")
            .Where(owner => LabelRequirements.TryRead(selectorOf(owner), out var selector, out _) && selector.Matches(child.Metadata?.Labels))
            .Select(owner => ObjectName.Of(owner));
}
