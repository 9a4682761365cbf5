using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>
/// What must hold for a definition. What all versions share is reported where Kubernetes' internal form keeps it:
/// spec.validation, spec.subresources, spec.additionalPrinterColumns.
/// </summary>
internal static class DefinitionValidation
{
    private const string ApprovalAnnotation = "api-approved.kubernetes.io";
    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly string[] Scopes = ["Cluster", "Namespaced"];

    public static void Check(TreeObject definition, TreeObject? old, FieldErrors errors)
    {
        var spec = definition.Object("spec") ?? new();
        CheckName(definition, spec, old, errors);
        CheckGroup(spec, errors);
        if (string.IsNullOrEmpty(spec.Text("scope")))
            errors.Required(Spec.Child("scope"));
        else if (!Scopes.Contains(spec.Text("scope")))
            errors.NotSupported(Spec.Child("scope"), spec.Text("scope"), Scopes);

        DefinitionVersionsValidation.Check(definition, old, errors);
        var names = spec.Object("names") ?? new();
        DefinitionNamesValidation.CheckRequired(names, Spec.Child("names"), errors);
        DefinitionNamesValidation.Check(names, Spec.Child("names"), errors);
        ConversionValidation.Check(spec, Spec.Child("conversion"), errors);
        if (old is not null)
            CheckFixed(spec, old, errors);
        CheckStoredVersions(definition, errors);
        CheckApproval(definition, spec, old, errors);
        if (spec.Flag("preserveUnknownFields") == true && old?.Object("spec")?.Flag("preserveUnknownFields") != true)
        {
            errors.Invalid(
                Spec.Child("preserveUnknownFields"), true, "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead");
        }
    }

    private static void CheckName(TreeObject definition, TreeObject spec, TreeObject? old, FieldErrors errors)
    {
        var name = definition.Object("metadata")?.Text("name") ?? "";
        if (old is null && name != $"{spec.Object("names")?.Text("plural")}.{spec.Text("group")}")
            errors.Invalid(FieldPath.Root("metadata").Child("name"), name, "must be spec.names.plural+\".\"+spec.group");
    }

    private static void CheckGroup(TreeObject spec, FieldErrors errors)
    {
        var group = spec.Text("group") ?? "";
        if (group.Length == 0)
            errors.Required(Spec.Child("group"));
        else if (DnsNames.Subdomain(group) is { Count: > 0 } wrong)
            errors.Invalid(Spec.Child("group"), group, string.Join(",", wrong));
        else if (!group.Contains('.'))
            errors.Invalid(Spec.Child("group"), group, "should be a domain with at least one dot");
    }

    /// <summary>What names the resource in the store may not change.</summary>
    private static void CheckFixed(TreeObject spec, TreeObject old, FieldErrors errors)
    {
        var before = old.Object("spec") ?? new();
        if (DefinitionTrees.HasCondition(old, "Established"))
        {
            Fixed(spec["scope"], before["scope"], Spec.Child("scope"), errors);
            Fixed(spec.Object("names")?["kind"], before.Object("names")?["kind"], Spec.Child("names", "kind"), errors);
        }

        Fixed(spec["group"], before["group"], Spec.Child("group"), errors);
        Fixed(spec.Object("names")?["plural"], before.Object("names")?["plural"], Spec.Child("names", "plural"), errors);
    }

    private static void Fixed(Tree? value, Tree? before, FieldPath path, FieldErrors errors)
    {
        if (!Tree.Same(value, before))
            errors.Invalid(path, value ?? TreeNull.Instance, Wording.Immutable);
    }

    private static void CheckStoredVersions(TreeObject definition, FieldErrors errors)
    {
        var path = FieldPath.Root("status").Child("storedVersions");
        var stored = definition.Object("status")?.List("storedVersions")?.Texts().ToArray() ?? [];
        if (stored.Length == 0)
        {
            errors.Invalid(path, new ShownAs("[]string(nil)"), "must have at least one stored version");
            return;
        }

        foreach (var version in DefinitionTrees.Versions(definition))
        {
            if (version.Flag("storage") == true && !stored.Contains(version.Text("name")))
                errors.Invalid(path, stored, "must have the storage version " + version.Text("name"));
        }

        for (var i = 0; i < stored.Length; i++)
        {
            if (!DefinitionTrees.Versions(definition).Any(version => version.Text("name") == stored[i]))
                errors.Invalid(path.Index(i), stored[i], "must appear in spec.versions");
        }
    }

    /// <summary>The groups of Kubernetes itself are protected: whoever uses one must say who approved it.</summary>
    private static void CheckApproval(TreeObject definition, TreeObject spec, TreeObject? old, FieldErrors errors)
    {
        var group = spec.Text("group") ?? "";
        var isProtected = group is "k8s.io" or "kubernetes.io"
            || group.EndsWith(".k8s.io", StringComparison.Ordinal) || group.EndsWith(".kubernetes.io", StringComparison.Ordinal);
        var approval = Approval(definition);
        if (!isProtected || (old is not null && approval == Approval(old)))
            return;

        var path = FieldPath.Root("metadata").Child("annotations").Key(ApprovalAnnotation);
        if (approval.Length == 0)
            errors.Required(path, "protected groups must have approval annotation \"api-approved.kubernetes.io\", see https://github.com/kubernetes/enhancements/pull/1111");
        else if (!approval.StartsWith("unapproved", StringComparison.Ordinal) && !Uri.TryCreate(approval, UriKind.Absolute, out _))
            errors.Invalid(path, approval, "protected groups must have approval annotation \"api-approved.kubernetes.io\" with either a URL or a reason starting with \"unapproved\", see https://github.com/kubernetes/enhancements/pull/1111");
    }

    private static string Approval(TreeObject definition) => definition.Object("metadata", "annotations")?.Text(ApprovalAnnotation) ?? "";
}
