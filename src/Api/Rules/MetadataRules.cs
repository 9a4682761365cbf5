using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rules;

/// <summary>What holds for the metadata of every kind.</summary>
public static class MetadataRules
{
    private const int ManagerLength = 128;
    private const int SubresourceLength = 256;
    private const string OrphanDependents = "orphan";
    private const string DeleteDependents = "foregroundDeletion";

    private static readonly FieldPath Metadata = FieldPath.Root("metadata");

    /// <param name="builtIn">Custom resources may carry finalizers without a domain.</param>
    public static void ValidateCreate(TreeObject obj, NameRule nameRule, bool namespaced, FieldErrors errors, bool builtIn = true)
    {
        var metadata = obj.Object("metadata") ?? new TreeObject(0);
        ValidateName(metadata, nameRule, errors);
        ValidateNamespace(metadata, namespaced, errors);
        if (metadata.Whole("generation") is < 0 and var generation)
            errors.Invalid(Metadata.Child("generation"), generation, Wording.Negative);

        ValidateAlways(metadata, builtIn, errors, update: false);
    }

    public static void ValidateUpdate(TreeObject obj, TreeObject old, FieldErrors errors, bool builtIn = true)
    {
        var metadata = obj.Object("metadata") ?? new TreeObject(0);
        var before = old.Object("metadata") ?? new TreeObject(0);
        if (before["deletionTimestamp"] is TreeText)
            ValidateNoNewFinalizers(metadata.List("finalizers"), before.List("finalizers"), errors);

        if (string.IsNullOrEmpty(metadata.Text("resourceVersion")))
            errors.Invalid(Metadata.Child("resourceVersion"), "", "must be specified for an update");

        if ((metadata.Whole("generation") ?? 0) < (before.Whole("generation") ?? 0))
            errors.Invalid(Metadata.Child("generation"), metadata.Whole("generation") ?? 0, "must not be decremented");

        ValidateImmutable(metadata, before, "name", TreeText.Empty, errors);
        ValidateImmutable(metadata, before, "namespace", TreeText.Empty, errors);
        ValidateImmutable(metadata, before, "uid", TreeText.Empty, errors);
        ValidateImmutable(metadata, before, "creationTimestamp", TreeNull.Instance, errors);
        ValidateImmutable(metadata, before, "deletionTimestamp", TreeNull.Instance, errors);
        ValidateImmutable(metadata, before, "deletionGracePeriodSeconds", TreeNull.Instance, errors);
        ValidateAlways(metadata, builtIn, errors, update: true);
    }

    /// <summary>The metadata of a template: labels and annotations only are looked at.</summary>
    public static void ValidateTemplate(IReadOnlyDictionary<string, string>? labels, IReadOnlyDictionary<string, string>? annotations, FieldPath path, FieldErrors errors)
    {
        if (labels is { Count: > 0 })
            Labels.Check(labels, path.Child("labels"), errors);
        if (annotations is { Count: > 0 })
            Labels.CheckAnnotations(annotations, path.Child("annotations"), errors);
    }

    private static void ValidateName(TreeObject metadata, NameRule rule, FieldErrors errors)
    {
        if (metadata.Text("generateName") is { Length: > 0 } prefix && Names.Check(prefix, rule, prefix: true) is { Count: > 0 } wrong)
            errors.Invalid(Metadata.Child("generateName"), prefix, wrong);

        if (metadata.Text("name") is not { Length: > 0 } name)
            errors.Required(Metadata.Child("name"), "name or generateName is required");
        else if (Names.Check(name, rule, prefix: false) is { Count: > 0 } messages)
            errors.Invalid(Metadata.Child("name"), name, messages);
    }

    private static void ValidateNamespace(TreeObject metadata, bool namespaced, FieldErrors errors)
    {
        var value = metadata.Text("namespace") ?? "";
        if (!namespaced && value.Length > 0)
            errors.Forbidden(Metadata.Child("namespace"), "not allowed on this type");
        else if (namespaced && value.Length == 0)
            errors.Required(Metadata.Child("namespace"));
        else if (namespaced && DnsNames.Label(value) is { Count: > 0 } messages)
            errors.Invalid(Metadata.Child("namespace"), value, messages);
    }

    private static void ValidateAlways(TreeObject metadata, bool builtIn, FieldErrors errors, bool update)
    {
        if (metadata.Object("labels") is { } labels)
            Labels.Check(labels, Metadata.Child("labels"), errors);
        if (metadata.Object("annotations") is { } annotations)
            Labels.CheckAnnotations(annotations, Metadata.Child("annotations"), errors);
        if (metadata.List("ownerReferences") is { } owners)
            ValidateOwners(owners, errors);

        var finalizers = metadata.List("finalizers");
        if (finalizers is not null && !update)
            ValidateFinalizers(finalizers, errors);
        if (metadata.List("managedFields") is { } managers)
            ValidateManagers(managers, errors);
        if (finalizers is not null && builtIn)
            ValidateFinalizerDomains(finalizers, errors);
    }

    private static void ValidateOwners(TreeList owners, FieldErrors errors)
    {
        var path = Metadata.Child("ownerReferences");
        string? controller = null;
        foreach (var owner in owners.Objects())
        {
            ValidateOwner(owner, path, errors);
            if (owner.Flag("controller") != true)
                continue;

            var name = $"{owner.Text("kind")}/{owner.Text("name")}";
            if (controller is null)
                controller = name;
            else
                errors.Invalid(path, owners, $"Only one reference can have Controller set to true. Found \"true\" in references for {controller} and {name}");
        }
    }

    private static void ValidateOwner(TreeObject owner, FieldPath path, FieldErrors errors)
    {
        var apiVersion = owner.Text("apiVersion") ?? "";
        if (apiVersion.Length == 0 || apiVersion.EndsWith('/') || apiVersion.Count('/') > 1)
            errors.Invalid(path.Child("apiVersion"), apiVersion, "version must not be empty");

        foreach (var name in OwnerTexts)
        {
            if (string.IsNullOrEmpty(owner.Text(name)))
                errors.Invalid(path.Child(name), "", $"{name} must not be empty");
        }

        if (apiVersion == "v1" && owner.Text("kind") == "Event")
            errors.Invalid(path, owner, "/v1, Kind=Event is disallowed from being an owner");
    }

    private static void ValidateFinalizers(TreeList finalizers, FieldErrors errors)
    {
        var path = Metadata.Child("finalizers");
        var orphan = false;
        var foreground = false;
        foreach (var finalizer in finalizers.Texts())
        {
            errors.Invalid(path, finalizer, QualifiedNames.Name(finalizer));
            orphan |= finalizer == OrphanDependents;
            foreground |= finalizer == DeleteDependents;
        }

        if (orphan && foreground)
            errors.Invalid(path, finalizers.Texts().ToArray(), $"finalizer {OrphanDependents} and {DeleteDependents} cannot be both set");
    }

    private static void ValidateFinalizerDomains(TreeList finalizers, FieldErrors errors)
    {
        for (var i = 0; i < finalizers.Count; i++)
        {
            var finalizer = (finalizers[i] as TreeText)?.Value ?? "";
            if (!finalizer.Contains('/') && finalizer is not ("kubernetes" or OrphanDependents or DeleteDependents))
                errors.Invalid(Metadata.Child("finalizers").Index(i), finalizer, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }

    private static void ValidateNoNewFinalizers(TreeList? finalizers, TreeList? before, FieldErrors errors)
    {
        if (finalizers is null || finalizers.Count == 0)
            return;

        var added = finalizers.Texts().Except(before?.Texts() ?? []).Order(StringComparer.Ordinal).Select(text => $"\"{text}\"").ToArray();
        if (added.Length > 0)
        {
            errors.Forbidden(
                Metadata.Child("finalizers"),
                $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{string.Join(", ", added)}}}");
        }
    }

    private static void ValidateImmutable(TreeObject metadata, TreeObject before, string name, Tree absent, FieldErrors errors)
    {
        var value = metadata[name] ?? absent;
        if (!value.SameAs(before[name] ?? absent))
            errors.Invalid(Metadata.Child(name), value, Wording.Immutable);
    }

    private static void ValidateManagers(TreeList managers, FieldErrors errors)
    {
        for (var i = 0; i < managers.Count; i++)
        {
            if (managers[i] is TreeObject entry)
                ValidateManager(entry, i, errors);
        }
    }

    private static void ValidateManager(TreeObject entry, int index, FieldErrors errors)
    {
        if (entry.Text("operation") is not ("Apply" or "Update"))
            errors.Invalid(Path().Child("operation"), entry.Text("operation") ?? "", "must be `Apply` or `Update`");
        if (entry.Text("fieldsType") is { Length: > 0 } and not "FieldsV1")
            errors.Invalid(Path().Child("fieldsType"), entry.Text("fieldsType"), "must be `FieldsV1`");
        if (entry.Text("manager") is { } manager)
            ValidateFieldManager(manager, Path().Child("manager"), errors);
        if (entry.Text("subresource") is { } subresource && Wording.IsLonger(subresource, SubresourceLength))
            errors.TooLong(Path().Child("subresource"), SubresourceLength);

        FieldPath Path() => Metadata.Child("managedFields").Index(index);
    }

    /// <summary>Also the fieldManager parameter of requests.</summary>
    public static void ValidateFieldManager(string manager, FieldPath path, FieldErrors errors)
    {
        if (Wording.IsLonger(manager, ManagerLength))
            errors.TooLong(path, ManagerLength);

        var position = 0;
        foreach (var rune in manager.EnumerateRunes())
        {
            if (!IsPrintable(rune))
                errors.Invalid(path, manager, $"invalid character U+{rune.Value:X4} (at position {position})");
            position += rune.Utf8SequenceLength;
        }
    }

    private static bool IsPrintable(System.Text.Rune rune) => rune.Value == ' ' || !(System.Text.Rune.IsControl(rune)
        || System.Text.Rune.IsWhiteSpace(rune)
        || System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.OtherNotAssigned
            or System.Globalization.UnicodeCategory.PrivateUse
            or System.Globalization.UnicodeCategory.Surrogate);

    private static readonly string[] OwnerTexts = ["kind", "name", "uid"];
}
