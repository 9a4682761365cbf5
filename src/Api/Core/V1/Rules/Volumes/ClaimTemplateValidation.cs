using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>The claim that an ephemeral volume makes for its pod.</summary>
internal static class ClaimTemplateValidation
{
    public static void Validate(PersistentVolumeClaimTemplate template, FieldPath path, FieldErrors errors)
    {
        if (template.Metadata is { } metadata)
            Validate(metadata, path.Child("metadata"), errors);
        ClaimSpecValidation.Validate(template.Spec ?? new(), path.Child("spec"), errors);
    }

    /// <summary>Labels and annotations only are taken over.</summary>
    private static void Validate(ObjectMeta metadata, FieldPath path, FieldErrors errors)
    {
        if (metadata.Annotations is { Count: > 0 } annotations)
            Labels.CheckAnnotations(annotations, path.Child("annotations"), errors);
        if (metadata.Labels is { Count: > 0 } labels)
            Labels.Check(labels, path.Child("labels"), errors);

        Forbid(!string.IsNullOrEmpty(metadata.Name), "name");
        Forbid(!string.IsNullOrEmpty(metadata.GenerateName), "generateName");
        Forbid(!string.IsNullOrEmpty(metadata.Namespace), "namespace");
        Forbid(!string.IsNullOrEmpty(metadata.SelfLink), "selfLink");
        Forbid(!string.IsNullOrEmpty(metadata.Uid), "uID");
        Forbid(!string.IsNullOrEmpty(metadata.ResourceVersion), "resourceVersion");
        Forbid(metadata.Generation != 0, "generation");
        Forbid(metadata.CreationTimestamp is not null, "creationTimestamp");
        Forbid(metadata.DeletionTimestamp is not null, "deletionTimestamp");
        Forbid(metadata.DeletionGracePeriodSeconds is not null, "deletionGracePeriodSeconds");
        Forbid(metadata.OwnerReferences is { Count: > 0 }, "ownerReferences");
        Forbid(metadata.Finalizers is { Count: > 0 }, "finalizers");
        Forbid(metadata.ManagedFields is { Count: > 0 }, "managedFields");

        void Forbid(bool isSet, string name)
        {
            if (isSet)
                errors.Forbidden(path.Child(name), "cannot be set");
        }
    }
}
