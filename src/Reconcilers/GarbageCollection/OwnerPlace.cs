using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.GarbageCollection;

/// <summary>Where a dependent says that its owner is. Owners are in the dependent's namespace, or in none.</summary>
/// <param name="Namespace">The dependent's.</param>
internal readonly record struct OwnerPlace(string ApiVersion, string Kind, string Namespace, string Name)
{
    public static OwnerPlace Of(OwnerLink link, string inNamespace) => new(link.ApiVersion, link.Kind, inNamespace, link.Name);
}
