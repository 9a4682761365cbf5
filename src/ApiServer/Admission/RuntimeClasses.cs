using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>A pod takes over what its runtime class costs and where it runs.</summary>
internal sealed class RuntimeClasses(IResourceStore classes) : IAdmissionPlugin
{
    public bool Handles(AdmissionRequest request) => PodCreation.Is(request);

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var spec = request.Object!.ObjectOrNew("spec");
        if (await Find(request, spec, cancellationToken) is not { } runtime)
            return;

        if (runtime.Object("overhead", "podFixed") is { } overhead)
        {
            if (spec.Object("overhead") is { } given && !given.SameAs(overhead))
                throw Refused(request, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");
            spec.Set("overhead", overhead.Clone());
        }

        if (runtime.Object("scheduling") is not { } scheduling)
            return;

        foreach (var (label, value) in scheduling.Object("nodeSelector") ?? [])
        {
            var selector = spec.ObjectOrNew("nodeSelector");
            if (selector[label] is { } existing && !existing.SameAs(value))
                throw Refused(request, $"conflict: runtimeClass.scheduling.nodeSelector[{label}] = {value}; pod.spec.nodeSelector[{label}] = {existing}");
            selector.Set(label, value);
        }

        foreach (var toleration in scheduling.List("tolerations")?.Objects() ?? [])
        {
            var tolerations = spec.ListOrNew("tolerations");
            if (!tolerations.Objects().Any(toleration.SameAs))
                tolerations.Add(toleration.Clone());
        }
    }

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var spec = request.Object!.ObjectOrNew("spec");
        var runtime = await Find(request, spec, cancellationToken);
        if (spec.Object("overhead") is { Count: > 0 } && runtime?.Object("overhead") is null)
            throw Refused(request, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
    }

    private async ValueTask<TreeObject?> Find(AdmissionRequest request, TreeObject spec, CancellationToken cancellationToken)
    {
        if (spec.Text("runtimeClassName") is not { Length: > 0 } name)
            return null;

        return await classes.Get(new("", name), cancellationToken) is { } stored
            ? StoredTrees.Read(stored)
            : throw Refused(request, $"pod rejected: RuntimeClass \"{name}\" not found");
    }

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Resource.Storage, request.Name, why);
}
