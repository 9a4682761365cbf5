using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>Is a request one that a webhook or policy is about? What it costs grows in the order of the questions.</summary>
internal sealed class ResourceMatcher
{
    private readonly LabelRequirements _namespaces;
    private readonly LabelRequirements _objects;
    private readonly AdmissionRule[] _rules;
    private readonly AdmissionRule[] _excluded;
    private readonly bool _exact;
    private readonly bool _everything;

    private ResourceMatcher(TreeObject criteria, string rules, bool allByDefault)
    {
        _namespaces = Selector(criteria.Object("namespaceSelector"));
        _objects = Selector(criteria.Object("objectSelector"));
        _rules = Rules(criteria, rules);
        _excluded = Rules(criteria, "excludeResourceRules");
        _exact = criteria.Text("matchPolicy") == "Exact";
        _everything = allByDefault && _rules.Length == 0;
    }

    /// <summary>A webhook without rules is about nothing.</summary>
    public static ResourceMatcher OfWebhook(TreeObject hook) => new(hook, "rules", allByDefault: false);

    /// <summary>A binding that names no resources is about all that its policy is about.</summary>
    public static ResourceMatcher OfPolicy(TreeObject resources) => new(resources, "resourceRules", allByDefault: true);

    /// <returns>Null: it is not about this request.</returns>
    /// <exception cref="ApiException">The namespace that its labels are asked of is not there.</exception>
    public async ValueTask<ResourceMatch?> Match(
        AdmissionRequest request, ServedResources served, IResourceStore namespaces, CancellationToken cancellationToken)
    {
        if (!_objects.IsEmpty && !MatchesObject(request))
            return null;

        IReadOnlyList<ServedResource>? others = null;
        if (Find(_excluded, request, served, ref others) is not null)
            return null;

        var match = _everything ? new(request.Resource) : Find(_rules, request, served, ref others);
        if (match is null || _namespaces.IsEmpty || (request.Namespace.Length == 0 && !request.Is("", "namespaces")))
            return match;

        return _namespaces.Matches(await NamespaceLabels(request, namespaces, cancellationToken)) ? match : null;
    }

    /// <summary>Namespaces are selected by what they will be, everything else by the namespace that it is in.</summary>
    private static async ValueTask<TreeObject?> NamespaceLabels(AdmissionRequest request, IResourceStore namespaces, CancellationToken cancellationToken)
    {
        if (request.Is("", "namespaces") && request is { Subresource: "", Operation: AdmissionOperation.Create or AdmissionOperation.Update })
            return Labels(request.Object);

        var name = request.Is("", "namespaces") ? request.Name : request.Namespace;
        var stored = await namespaces.Get(new("", name), cancellationToken) ?? throw ApiErrors.NotFound("", "namespaces", name);
        return StoredTrees.Read(stored).Object("metadata", "labels");
    }

    private ResourceMatch? Find(AdmissionRule[] rules, AdmissionRequest request, ServedResources served, ref IReadOnlyList<ServedResource>? others)
    {
        var own = ResourceId.Of(request.Resource.Kind);
        foreach (var rule in rules)
        {
            if (rule.Matches(request, own))
                return new(request.Resource);
        }

        if (_exact || rules.Length == 0)
            return null;

        others ??= EquivalentResources.Of(request.Resource, served);
        foreach (var rule in rules)
        {
            foreach (var other in others)
            {
                if (rule.Matches(request, ResourceId.Of(other.Kind)))
                    return new(other);
            }
        }

        return null;
    }

    private bool MatchesObject(AdmissionRequest request) => Selects(request.Object) || Selects(request.OldObject);

    private bool Selects(TreeObject? obj) => obj is not null && _objects.Matches(Labels(obj));

    private static TreeObject? Labels(TreeObject? obj) => obj?.Object("metadata", "labels");

    private static AdmissionRule[] Rules(TreeObject criteria, string member) => [.. criteria.List(member)?.Objects().Select(rule => new AdmissionRule(rule)) ?? []];

    private static LabelRequirements Selector(TreeObject? selector) =>
        selector is null ? LabelRequirements.Everything : LabelRequirements.TryRead(selector, out var read, out _) ? read : LabelRequirements.Nothing;
}
