using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>A namespace's limits: what containers get that ask for nothing, and what nobody may exceed.</summary>
internal sealed class LimitRanges(IResourceStore ranges) : IAdmissionPlugin
{
    private const string Annotation = "kubernetes.io/limit-ranger";

    public bool Handles(AdmissionRequest request) => PodCreation.Is(request)
        || (request.Operation is AdmissionOperation.Create or AdmissionOperation.Update && request.Subresource.Length == 0 && request.Is("", "persistentvolumeclaims"));

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (!request.Is("", "pods"))
            return;

        var items = await Items(request.Namespace, cancellationToken);
        var set = new List<string>();
        foreach (var item in items.Where(item => item.Type == "Container"))
            Fill(request.Object!.ObjectOrNew("spec"), item, set);
        if (set.Count > 0)
            ObjectMetadata.Of(request.Object!).ObjectOrNew("annotations").Set(Annotation, "LimitRanger plugin set: " + string.Join("; ", set));
    }

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var items = await Items(request.Namespace, cancellationToken);
        if (items.Count == 0)
            return;

        var spec = request.Object!.ObjectOrNew("spec");
        var problems = new List<string>();
        foreach (var item in items)
        {
            if (request.Is("", "persistentvolumeclaims"))
            {
                if (item.Type == "PersistentVolumeClaim")
                    LimitCheck.Claim(item, ResourceAmounts.Read(spec.Object("resources", "requests")), problems);
                continue;
            }

            if (item.Type == "Pod")
                LimitCheck.All(item, ResourceAmounts.OfPod(spec, "requests"), ResourceAmounts.OfPod(spec, "limits"), problems);
            if (item.Type != "Container")
                continue;

            foreach (var container in PodCreation.Containers(spec))
                LimitCheck.All(item, ResourceAmounts.OfContainer(container, "requests"), ResourceAmounts.OfContainer(container, "limits"), problems);
        }

        if (problems.Count > 0)
        {
            var distinct = problems.Distinct().ToList();
            throw ApiErrors.Forbidden(
                request.Resource.Storage, request.Name, distinct.Count == 1 ? distinct[0] : $"[{string.Join(", ", distinct)}]");
        }
    }

    private async ValueTask<List<LimitRangeItem>> Items(string inNamespace, CancellationToken cancellationToken)
    {
        if (await ranges.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found || found.Snapshot.CountOf(inNamespace) == 0)
            return [];

        return [.. found.Snapshot.Objects(inNamespace).SelectMany(stored => RecordBinder.Read<LimitRange>(StoredTrees.Read(stored)).Spec?.Limits ?? [])];
    }

    private static void Fill(TreeObject spec, LimitRangeItem item, List<string> set)
    {
        foreach (var (member, word) in (IEnumerable<(string, string)>)[("containers", "container"), ("initContainers", "init container")])
        {
            foreach (var container in spec.List(member)?.Objects() ?? [])
            {
                Fill(container, "requests", item.DefaultRequest, $"request for {word}", set);
                Fill(container, "limits", item.Default, $"limit for {word}", set);
            }
        }
    }

    private static void Fill(TreeObject container, string kind, IReadOnlyDictionary<string, Quantity>? defaults, string what, List<string> set)
    {
        var amounts = container.Object("resources", kind);
        var missing = (defaults ?? new Dictionary<string, Quantity>()).Where(pair => amounts?.Has(pair.Key) != true)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return;

        amounts = container.ObjectOrNew("resources").ObjectOrNew(kind);
        foreach (var (name, amount) in missing)
            amounts.Set(name, amount.ToString());
        amounts.SortByName();
        set.Add($"{string.Join(", ", missing.Select(pair => pair.Key))} {what} {container.Text("name")}");
    }
}
