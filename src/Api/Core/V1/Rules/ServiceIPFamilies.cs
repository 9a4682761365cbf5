using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Chooses ipFamilyPolicy and ipFamilies from what was given, what was there before and what the cluster has.</summary>
public static class ServiceIPFamilies
{
    private const string IPv4 = "IPv4";
    private const string IPv6 = "IPv6";
    private const string SingleStack = "SingleStack";
    private const string RequireDualStack = "RequireDualStack";

    private static readonly FieldPath Spec = FieldPath.Root("spec");

    /// <summary>Changes the spec as far as it is right; what is wrong goes to the errors. Doing it again changes nothing.</summary>
    /// <param name="clusterFamilies">The families of the service networks, the main one first.</param>
    public static void Initialize(TreeObject spec, TreeObject? old, IReadOnlyList<string> clusterFamilies, FieldErrors errors)
    {
        if (spec.Text("type") == "ExternalName" || StaysPreferDualStack(spec, old))
            return;

        if (spec.Text("ipFamilyPolicy") is null)
            spec.Set("ipFamilyPolicy", PolicyFor(spec, old));

        var before = errors.All.Count;
        ServiceAddressValidation.Validate(RecordBinder.Read<ServiceSpec>(spec), errors);
        if (errors.All.Count > before)
            return;

        var policy = spec.Text("ipFamilyPolicy")!;
        if (old is not null)
            Release(spec, old, policy, errors);
        ValidatePolicy(spec, policy, errors);
        InferFamilies(spec, clusterFamilies, errors);
        if (errors.All.Count > before)
            return;

        if (IsHeadlessWithoutSelector(spec))
            Complete(spec, policy, clusterFamilies[0]);
        else if (ValidateFamilies(spec, policy, clusterFamilies, errors))
            Complete(spec, clusterFamilies.Count == 2 ? policy : SingleStack, clusterFamilies[0]);
    }

    /// <summary>A service that prefers two stacks is not changed just because the cluster has got or lost one.</summary>
    private static bool StaysPreferDualStack(TreeObject spec, TreeObject? old) => old is not null
        && spec.Text("ipFamilyPolicy") == "PreferDualStack"
        && old.Text("ipFamilyPolicy") == "PreferDualStack"
        && spec.Text("type") == old.Text("type")
        && ServiceLinkedFields.SameTexts(spec, old, "clusterIPs")
        && ServiceLinkedFields.SameTexts(spec, old, "ipFamilies");

    private static string PolicyFor(TreeObject spec, TreeObject? old) =>
        old?.Text("ipFamilyPolicy") ?? (IsHeadlessWithoutSelector(spec) ? RequireDualStack : SingleStack);

    private static bool IsHeadlessWithoutSelector(TreeObject spec) =>
        ServiceLinkedFields.ClusterIP(spec) == ServiceTypes.None && spec.Object("selector") is not { Count: > 0 };

    /// <summary>Going to one stack gives up the second address and family; without saying so it is an error.</summary>
    private static void Release(TreeObject spec, TreeObject old, string policy, FieldErrors errors)
    {
        Release(spec, old, "clusterIPs", policy, "cluster IP", errors);
        Release(spec, old, "ipFamilies", policy, "IP family", errors);
    }

    private static void Release(TreeObject spec, TreeObject old, string name, string policy, string what, FieldErrors errors)
    {
        var texts = spec.List(name);
        if (policy == SingleStack)
        {
            if (texts is { Count: > 1 } && ServiceLinkedFields.SameTexts(spec, old, name))
                texts.RemoveAt(1);
        }
        else if (texts is { Count: > 0 } && texts.Count < (old.List(name)?.Count ?? 0))
        {
            errors.Invalid(Spec.Child("ipFamilyPolicy"), policy, $"must be 'SingleStack' to release the secondary {what}");
        }
    }

    private static void ValidatePolicy(TreeObject spec, string policy, FieldErrors errors)
    {
        if (policy != SingleStack)
            return;

        const string Message = "must be 'RequireDualStack' or 'PreferDualStack' when multiple ";
        if (spec.List("clusterIPs")?.Count == 2)
            errors.Invalid(Spec.Child("ipFamilyPolicy"), policy, Message + "cluster IPs are specified");
        if (spec.List("ipFamilies")?.Count == 2)
            errors.Invalid(Spec.Child("ipFamilyPolicy"), policy, Message + "IP families are specified");
    }

    private static void InferFamilies(TreeObject spec, IReadOnlyList<string> clusterFamilies, FieldErrors errors)
    {
        string[] addresses = [.. spec.List("clusterIPs")?.Texts() ?? []];
        var families = spec.List("ipFamilies") ?? [];
        for (var i = 0; i < addresses.Length && addresses[i] != ServiceTypes.None; i++)
        {
            if (i < families.Count)
                continue;

            var family = IpAddresses.Is6(addresses[i]) ? IPv6 : IPv4;
            if (clusterFamilies.Contains(family))
                families.Add(new TreeText(family));
            else
                errors.Invalid(Spec.Child("clusterIPs").Index(i), addresses, $"{family} is not configured on this cluster");
        }

        if (families.Count > 0)
            spec.Set("ipFamilies", families);
    }

    private static bool ValidateFamilies(TreeObject spec, string policy, IReadOnlyList<string> clusterFamilies, FieldErrors errors)
    {
        var before = errors.All.Count;
        if (policy == RequireDualStack && clusterFamilies.Count < 2)
            errors.Invalid(Spec.Child("ipFamilyPolicy"), policy, "this cluster is not configured for dual-stack services");

        var index = 0;
        foreach (var family in spec.List("ipFamilies")?.Texts() ?? [])
        {
            if (!clusterFamilies.Contains(family))
                errors.Invalid(Spec.Child("ipFamilies").Index(index), family, "not configured on this cluster");
            index++;
        }

        return errors.All.Count == before;
    }

    private static void Complete(TreeObject spec, string policy, string mainFamily)
    {
        var families = spec.ListOrNew("ipFamilies");
        if (families.Count == 0)
            families.Add(new TreeText(mainFamily));
        if (families.Count == 1 && policy != SingleStack)
            families.Add(new TreeText(((TreeText)families[0]).Value == IPv4 ? IPv6 : IPv4));
    }
}
