using System.Text;
using CloudletK8s.Api.Core.V1.Rules.Claims;
using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Storage.V1.Rules;

internal static class VolumeAttachmentValidation
{
    private const int MaxMetadataBytes = 256 * 1024;
    private const int MaxMessageBytes = 1024;
    private const string OneSource = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";

    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly FieldPath Status = FieldPath.Root("status");

    public static void Validate(VolumeAttachment record, FieldErrors errors)
    {
        var spec = record.Spec ?? new();
        if (string.IsNullOrEmpty(spec.Attacher))
            errors.Required(Spec.Child("attacher"));
        ValidateSource(spec.Source ?? new(), Spec.Child("source"), errors);
        errors.Invalid(Spec.Child("nodeName"), spec.NodeName ?? "", DnsNames.Subdomain(spec.NodeName ?? ""));

        ValidateMetadata(record.Status?.AttachmentMetadata, Status.Child("attachmentMetadata"), errors);
        ValidateError(record.Status?.AttachError, Status.Child("attachError"), errors);
        ValidateError(record.Status?.DetachError, Status.Child("detachError"), errors);
    }

    /// <summary>Names that only v1 checks, when an attachment is made.</summary>
    public static void ValidateNames(VolumeAttachment record, FieldErrors errors)
    {
        VolumeSourceValidation.ValidateDriverName(record.Spec?.Attacher ?? "", FieldPath.Root("spec.attacher"), errors);
        if (record.Spec?.Source?.PersistentVolumeName is { } name)
            errors.Invalid(FieldPath.Root("spec.source.persistentVolumeName"), name, DnsNames.Subdomain(name));
    }

    private static void ValidateSource(VolumeAttachmentSource source, FieldPath path, FieldErrors errors)
    {
        switch (source)
        {
            case { InlineVolumeSpec: null, PersistentVolumeName: null }:
                errors.Required(path, OneSource);
                break;
            case { InlineVolumeSpec: not null, PersistentVolumeName: not null }:
                errors.Forbidden(path, OneSource);
                break;
            case { PersistentVolumeName.Length: 0 }:
                errors.Required(path.Child("persistentVolumeName"), "must specify non empty persistentVolumeName");
                break;
            case { InlineVolumeSpec: { } inline }:
                PersistentVolumeSpecValidation.Validate(inline, "", inline: true, path.Child("inlineVolumeSpec"), errors);
                break;
        }
    }

    private static void ValidateMetadata(IReadOnlyDictionary<string, string>? metadata, FieldPath path, FieldErrors errors)
    {
        var size = 0L;
        foreach (var (key, value) in metadata ?? new Dictionary<string, string>())
        {
            if (key.Length == 0)
                errors.Invalid(path, key, "field can not be empty.");
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);
        }

        if (size > MaxMetadataBytes)
            errors.TooLong(path, MaxMetadataBytes);
    }

    private static void ValidateError(VolumeError? error, FieldPath path, FieldErrors errors)
    {
        if (error?.Message is { } message && Wording.IsLonger(message, MaxMessageBytes))
            errors.TooLong(path.Child("message"), MaxMessageBytes);
    }
}
