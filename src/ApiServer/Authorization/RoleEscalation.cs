using CloudletK8s.Api.Rbac.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>Nobody gives what they do not have, unless they may escalate or bind.</summary>
internal sealed class RoleEscalation(RbacAuthorizer rbac) : IAdmissionPlugin
{
    public bool Handles(AdmissionRequest request) => request.Resource.Storage.Group == "rbac.authorization.k8s.io"
        && request.Operation is AdmissionOperation.Create or AdmissionOperation.Update && !request.User.IsMaster;

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var plural = request.Resource.Storage.Plural;
        var isRole = plural is "roles" or "clusterroles";
        var changed = isRole
            ? !Tree.Same(request.Object!["rules"], request.OldObject?["rules"]) || !Tree.Same(request.Object["aggregationRule"], request.OldObject?["aggregationRule"])
            : !Tree.Same(request.Object!["subjects"], request.OldObject?["subjects"]) || !Tree.Same(request.Object["roleRef"], request.OldObject?["roleRef"]);
        if (!changed)
            return;

        var snapshot = await rbac.Snapshot(cancellationToken);
        if (isRole)
            CheckRole(request, snapshot);
        else
            CheckBinding(request, snapshot);
    }

    private static void CheckRole(AdmissionRequest request, RbacSnapshot snapshot)
    {
        if (May(request, snapshot, "escalate", request.Resource.Storage.Plural, request.Name))
            return;

        if (request.Object!.Has("aggregationRule"))
        {
            var everything = new PolicyRule { ApiGroups = ["*"], Resources = ["*"], Verbs = ["*"] };
            if (!Covered(everything, Held(request, snapshot)))
                throw Refused(request, "must have cluster-admin privileges to use an aggregationRule");
        }

        Require(request, snapshot, RecordBinder.Read<Role>(request.Object).Rules ?? []);
    }

    private static void CheckBinding(AdmissionRequest request, RbacSnapshot snapshot)
    {
        var reference = request.Object!.Object("roleRef") is { } tree ? RecordBinder.Read<RoleRef>(tree) : new();
        var plural = reference.Kind == "Role" ? "roles" : "clusterroles";
        if (May(request, snapshot, "bind", plural, reference.Name ?? ""))
            return;

        var rules = snapshot.RulesOf(reference, request.Namespace)
            ?? throw ApiErrors.NotFound("rbac.authorization.k8s.io", plural, reference.Name ?? "");
        Require(request, snapshot, rules);
    }

    private static void Require(AdmissionRequest request, RbacSnapshot snapshot, IReadOnlyList<PolicyRule> wanted)
    {
        var held = Held(request, snapshot);
        var missing = wanted.SelectMany(Single).Where(rule => !Covered(rule, held)).ToList();
        if (missing.Count == 0)
            return;

        var groups = string.Join(' ', request.User.Groups.Select(group => $"\"{group}\""));
        throw Refused(
            request,
            $"user \"{request.User.Name}\" (groups=[{groups}]) is attempting to grant RBAC permissions not currently held:\n"
            + string.Join('\n', Compact(missing).Select(RuleText.Of).Order(StringComparer.Ordinal)));
    }

    private static List<PolicyRule> Held(AdmissionRequest request, RbacSnapshot snapshot) => [.. snapshot.RulesOf(request.User, request.Namespace)];

    private static bool May(AdmissionRequest request, RbacSnapshot snapshot, string verb, string plural, string name) => snapshot.Decide(
        request.User,
        new() { Verb = verb, Group = "rbac.authorization.k8s.io", Version = "v1", Resource = plural, Namespace = request.Namespace, Name = name }).Allowed;

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Resource.Storage, request.Name, why);

    /// <summary>One rule a combination, so that what is held in pieces is held.</summary>
    private static IEnumerable<PolicyRule> Single(PolicyRule rule)
    {
        foreach (var verb in rule.Verbs ?? [])
        {
            foreach (var path in rule.NonResourceURLs ?? [])
                yield return new() { Verbs = [verb], NonResourceURLs = [path] };

            foreach (var group in rule.ApiGroups ?? [])
            {
                foreach (var resource in rule.Resources ?? [])
                {
                    if (rule.ResourceNames is not { Count: > 0 })
                        yield return new() { Verbs = [verb], ApiGroups = [group], Resources = [resource] };
                    foreach (var name in rule.ResourceNames ?? [])
                        yield return new() { Verbs = [verb], ApiGroups = [group], Resources = [resource], ResourceNames = [name] };
                }
            }
        }
    }

    /// <summary>Rules that differ in their verbs only are shown as one.</summary>
    private static IEnumerable<PolicyRule> Compact(List<PolicyRule> rules) => rules
        .GroupBy(rule => (Join(rule.ApiGroups), Join(rule.Resources), Join(rule.ResourceNames), Join(rule.NonResourceURLs)))
        .Select(same => same.First() with { Verbs = [.. same.SelectMany(rule => rule.Verbs!).Distinct()] });

    private static string Join(IReadOnlyList<string>? texts) => string.Join(',', texts ?? []);

    private static bool Covered(PolicyRule single, List<PolicyRule> held) => held.Any(rule => Covers(rule, single));

    private static bool Covers(PolicyRule held, PolicyRule single)
    {
        if (!Has(held.Verbs, single.Verbs![0]))
            return false;

        if (single.NonResourceURLs is [var path])
            return (held.NonResourceURLs ?? []).Any(url => url == path || url == "*" || (url.EndsWith('*') && path.StartsWith(url.TrimEnd('*'), StringComparison.Ordinal)));

        var resource = single.Resources![0];
        var slash = resource.IndexOf('/');
        return Has(held.ApiGroups, single.ApiGroups![0])
            && (Has(held.Resources, resource) || (slash >= 0 && (held.Resources ?? []).Contains("*" + resource[slash..])))
            && (held.ResourceNames is not { Count: > 0 } || (single.ResourceNames is [var name] && held.ResourceNames.Contains(name)));
    }

    private static bool Has(IReadOnlyList<string>? values, string value) => values is not null && (values.Contains(value) || values.Contains("*"));
}
