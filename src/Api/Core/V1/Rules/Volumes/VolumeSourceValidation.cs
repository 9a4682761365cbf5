using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>Sources that are in daily use.</summary>
public static class VolumeSourceValidation
{
    private const int LongestDriverName = 63;

    private static readonly EnumField HostPathTypes = EnumField.OfTexts(
        "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");

    public static void Validate(HostPathVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Path))
        {
            errors.Required(path.Child("path"));
            return;
        }

        if (Paths.HasBackstep(source.Path))
            Paths.NoBacksteps(source.Path, path.Child("path"), errors);
        HostPathTypes.CheckOptional(source.Type, path, "type", errors);
    }

    public static void Validate(NFSVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Server))
            errors.Required(path.Child("server"));
        if (string.IsNullOrEmpty(source.Path))
            errors.Required(path.Child("path"));
        if (!Paths.IsAbsolute(source.Path ?? ""))
            errors.Invalid(path.Child("path"), source.Path ?? "", "must be an absolute path");
    }

    public static void Validate(GitRepoVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Repository))
            errors.Required(path.Child("repository"));
        Paths.Descending(source.Directory ?? "", path.Child("directory"), errors);
    }

    public static void Validate(CSIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        ValidateDriverName(source.Driver ?? "", path.Child("driver"), errors);
        if (source.NodePublishSecretRef is not { } secret)
            return;

        if (string.IsNullOrEmpty(secret.Name))
            errors.Required(path.Child("nodePublishSecretRef", "name"));
        else
            errors.Invalid(path.Child("name"), secret.Name, DnsNames.Subdomain(secret.Name));
    }

    /// <summary>The name of a CSI driver, case folded.</summary>
    public static void ValidateDriverName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
            errors.Required(path);
        if (Wording.IsLonger(name, LongestDriverName))
            errors.TooLong(path, LongestDriverName);
        errors.Invalid(path, name, DnsNames.Subdomain(name.ToLowerInvariant()));
    }

    internal static void ValidateImage(ImageVolumeSource source, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (options.IsPod && string.IsNullOrEmpty(source.Reference))
            errors.Required(path.Child("reference"));
        PodFields.ImagePullPolicy.CheckRequired(source.PullPolicy, path, "pullPolicy", errors);
    }
}
