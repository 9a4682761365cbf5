using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>One rule of a webhook or policy: which operations on which resources it is about.</summary>
internal sealed class AdmissionRule(TreeObject rule)
{
    private const string All = "*";

    private readonly string[] _operations = Texts(rule, "operations");
    private readonly string[] _groups = Texts(rule, "apiGroups");
    private readonly string[] _versions = Texts(rule, "apiVersions");
    private readonly (string Resource, string Subresource)[] _resources = [.. Texts(rule, "resources").Select(Split)];
    private readonly string[] _names = Texts(rule, "resourceNames");
    private readonly string _scope = rule.Text("scope") ?? All;

    /// <param name="resource">The resource in the version that is looked at; requests may be taken for other versions too.</param>
    public bool Matches(AdmissionRequest request, ResourceId resource) =>
        Has(_operations, OperationNames.Of(request.Operation))
        && Has(_groups, resource.Group)
        && Has(_versions, resource.Version)
        && MatchesResource(resource.Resource, request.Subresource)
        && MatchesScope(request)
        && (_names.Length == 0 || _names.Contains(request.Name));

    private bool MatchesResource(string resource, string subresource)
    {
        foreach (var (wanted, part) in _resources)
        {
            if ((wanted == All || wanted == resource) && (part == All || part == subresource))
                return true;
        }

        return false;
    }

    /// <summary>Namespaces are objects of the cluster, although they are in themselves.</summary>
    private bool MatchesScope(AdmissionRequest request) => _scope switch
    {
        "Namespaced" => request.Namespace.Length > 0 && !request.Is("", "namespaces"),
        "Cluster" => request.Namespace.Length == 0 || request.Is("", "namespaces"),
        _ => true,
    };

    private static bool Has(string[] wanted, string value) => wanted is [All, ..] || wanted.Contains(value) || wanted.Contains(All);

    private static string[] Texts(TreeObject rule, string member) => [.. rule.List(member)?.Texts() ?? []];

    private static (string Resource, string Subresource) Split(string resource) =>
        resource.Split('/', 2) is [var parent, var part] ? (parent, part) : (resource, "");
}
