using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>A pod's priority is that of its class; only one class may be the default.</summary>
internal sealed class PodPriority(IResourceStore classes) : IAdmissionPlugin
{
    private const string Preempts = "PreemptLowerPriority";

    /// <summary>The default class does not change with every pod.</summary>
    private volatile Known? _known;

    public bool Handles(AdmissionRequest request) => PodCreation.Is(request)
        || (request.Operation is AdmissionOperation.Create or AdmissionOperation.Update && request.Is("scheduling.k8s.io", "priorityclasses"))
        || IsPodUpdate(request);

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (!request.Is("", "pods"))
            return;

        var spec = request.Object!.ObjectOrNew("spec");
        if (IsPodUpdate(request))
        {
            KeepComputed(spec, request.OldObject!.Object("spec"));
            return;
        }

        var name = spec.Text("priorityClassName") ?? "";
        var found = name.Length > 0
            ? await Find(request, name, cancellationToken)
            : (await Default(cancellationToken))?.Object;
        var priority = found?.Whole("value") ?? 0;
        var policy = found?.Text("preemptionPolicy") is { Length: > 0 } own ? own : Preempts;
        if (spec.Whole("priority") is { } given && given != priority)
        {
            throw Refused(
                request,
                $"the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {priority} from the given PriorityClass name");
        }

        if (spec.Text("preemptionPolicy") is { } wanted && wanted != policy)
        {
            throw Refused(
                request,
                $"the string value of PreemptionPolicy ({wanted}) must not be provided in pod spec; priority admission controller computed {policy} from the given PriorityClass name");
        }

        if (name.Length == 0 && found?.Object("metadata")?.Text("name") is { } defaultName)
            spec.Set("priorityClassName", defaultName);
        spec.Set("priority", priority);
        spec.Set("preemptionPolicy", policy);
    }

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (request.Is("", "pods") || request.Object!.Flag("globalDefault") != true)
            return;

        if (await Default(cancellationToken) is { } existing && existing.Name != request.Object.Object("metadata")?.Text("name"))
            throw Refused(request, $"PriorityClass {existing.Name} is already marked as default. Only one default can exist");
    }

    private static bool IsPodUpdate(AdmissionRequest request) =>
        request.Operation == AdmissionOperation.Update && request.Subresource.Length == 0 && request.Is("", "pods");

    /// <summary>A manifest that is sent again does not know what was computed for it, and may not change it.</summary>
    private static void KeepComputed(TreeObject spec, TreeObject? old)
    {
        foreach (var field in (ReadOnlySpan<string>)["priority", "preemptionPolicy"])
            spec[field] ??= old?[field];
    }

    private async ValueTask<TreeObject?> Find(AdmissionRequest request, string name, CancellationToken cancellationToken) =>
        await classes.Get(new("", name), cancellationToken) is { } stored
            ? StoredTrees.Read(stored)
            : throw Refused(request, $"no PriorityClass with name {name} was found");

    private async ValueTask<DefaultClass?> Default(CancellationToken cancellationToken)
    {
        if (await classes.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
            return null;

        if (_known is { } known && known.Revision == found.Snapshot.Revision)
            return known.Default;

        var least = found.Snapshot.Objects().Select(StoredTrees.Read).Where(obj => obj.Flag("globalDefault") == true)
            .MinBy(obj => obj.Whole("value") ?? 0);
        var next = new Known(found.Snapshot.Revision, least is null ? null : new(least.Object("metadata")?.Text("name") ?? "", least));
        _known = next;
        return next.Default;
    }

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Resource.Storage, request.Name, why);

    private sealed record DefaultClass(string Name, TreeObject Object);

    private sealed record Known(long Revision, DefaultClass? Default);
}
