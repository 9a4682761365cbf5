using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>Finds the objects that parametrize a policy.</summary>
internal sealed class PolicyParams(ServedResources served)
{
    /// <returns>One null where the policy is evaluated without parameters.</returns>
    /// <exception cref="PolicyConfigurationException">They cannot be found.</exception>
    public async ValueTask<IReadOnlyList<TreeObject?>> Find(
        CompiledPolicy policy, CompiledBinding binding, AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (policy.ParamKind is not { } kind || !binding.HasParams)
            return [null];

        var resource = await Resource(kind, cancellationToken);
        var found = binding.ParamName.Length > 0
            ? await Named(resource, binding, request, cancellationToken)
            : await Selected(resource, binding, request, cancellationToken);
        return found.Count == 0 && binding.DeniesWithoutParams
            ? throw new PolicyConfigurationException("no params found for policy binding with `Deny` parameterNotFoundAction")
            : found;
    }

    /// <exception cref="PolicyConfigurationException">No such kind is served.</exception>
    public async ValueTask<ServedResource> Resource(KindId kind, CancellationToken cancellationToken)
    {
        // Custom resources may have come up on another server just now.
        var resource = served.Current.FindKind(kind.ApiVersion, kind.Kind) ?? (await served.Newest(cancellationToken)).FindKind(kind.ApiVersion, kind.Kind);
        return resource is { Store: not null }
            ? resource
            : throw new PolicyConfigurationException($"failed to find resource referenced by paramKind: '{kind.ApiVersion}, Kind={kind.Kind}'");
    }

    private static async ValueTask<List<TreeObject?>> Named(
        ServedResource resource, CompiledBinding binding, AdmissionRequest request, CancellationToken cancellationToken)
    {
        var key = new ObjectKey(NamespaceOf(resource, binding, request), binding.ParamName);
        return await resource.Store!.Get(key, cancellationToken) is { } stored ? [await Shown(resource, stored, cancellationToken)] : [];
    }

    private static async ValueTask<List<TreeObject?>> Selected(
        ServedResource resource, CompiledBinding binding, AdmissionRequest request, CancellationToken cancellationToken)
    {
        var inNamespace = NamespaceOf(resource, binding, request);
        var found = new List<TreeObject?>();
        if (await resource.Store!.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found { Snapshot: var snapshot })
            return found;

        foreach (var stored in snapshot.Objects(inNamespace.Length > 0 ? inNamespace : null))
        {
            if (binding.ParamSelector.Matches(ObjectFacts.Of(stored, resource.SelectableFields).Labels))
                found.Add(await Shown(resource, stored, cancellationToken));
        }

        return found;
    }

    private static async ValueTask<TreeObject> Shown(ServedResource resource, StoredObject stored, CancellationToken cancellationToken)
    {
        if (resource.Custom is { } custom)
            await custom.Prepare([stored], cancellationToken);
        return ServedJson.Tree(resource, stored);
    }

    private static string NamespaceOf(ServedResource resource, CompiledBinding binding, AdmissionRequest request)
    {
        if (!resource.Kind.Namespaced)
        {
            return binding.ParamNamespace.Length == 0
                ? ""
                : throw new PolicyConfigurationException("paramRef.namespace must not be provided for a cluster-scoped `paramKind`");
        }

        if (binding.ParamNamespace.Length > 0)
            return binding.ParamNamespace;

        var own = request.Is("", "namespaces") ? request.Name : request.Namespace;
        return own.Length > 0
            ? own
            : throw new PolicyConfigurationException("cannot use namespaced paramRef in policy binding that matches cluster-scoped resources");
    }
}
