using CloudletK8s.Api.Records;
using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>Volumes that put files of several sources into one directory.</summary>
internal static class ProjectedVolumeValidation
{
    private const long ShortestTokenSeconds = 600;
    private const long LongestTokenSeconds = 1L << 32;
    private const string Conflict = "conflicting duplicate paths";

    public static void Validate(ProjectedVolumeSource volume, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        VolumeFileValidation.ValidateMode(volume.DefaultMode, path, "defaultMode", errors);
        var taken = default(Seen);
        for (var i = 0; i < volume.Sources?.Count; i++)
            Validate(volume.Sources[i], ref taken, path, i, options, errors);
    }

    public static bool HasNonLocalTokenPath(IReadOnlyList<Volume> volumes)
    {
        var errors = new FieldErrors();
        foreach (var volume in volumes)
        {
            foreach (var source in volume.Projected?.Sources ?? [])
                Paths.DescendingUnreserved(source.ServiceAccountToken?.Path ?? "", FieldPath.Root("path"), errors);
        }

        return errors.Any;
    }

    private static void Validate(VolumeProjection source, ref Seen taken, FieldPath volume, int index, PodRuleOptions options, FieldErrors errors)
    {
        var path = volume.Child("sources").Index(index);
        var count = 0;
        if (source.Secret is { } secret)
        {
            count++;
            ValidateItems(secret.Name, secret.Items ?? [], ref taken, path.Child("secret"), volume, errors);
        }

        if (source.ConfigMap is { } configMap)
        {
            count++;
            ValidateItems(configMap.Name, configMap.Items ?? [], ref taken, path.Child("configMap"), volume, errors);
        }

        if (source.DownwardAPI is { } downward)
        {
            count++;
            foreach (var file in downward.Items ?? [])
            {
                VolumeFileValidation.Validate(file, path.Child("downwardAPI"), errors);
                if (!string.IsNullOrEmpty(file.Path) && !taken.Add(file.Path))
                    errors.Invalid(volume, file.Path, Conflict);
            }
        }

        if (source.ServiceAccountToken is { } token)
        {
            count++;
            ValidateToken(token, path.Child("serviceAccountToken"), volume, options, errors);
        }

        if (source.ClusterTrustBundle is { } bundle)
        {
            count++;
            ValidateBundle(bundle, ref taken, path.Child("clusterTrustBundle"), volume, errors);
        }

        if (count > 1)
            errors.Forbidden(path, "may not specify more than 1 volume type per source");
    }

    private static void ValidateItems(
        string? name, IReadOnlyList<KeyToPath> items, ref Seen taken, FieldPath path, FieldPath volume, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
            errors.Required(path.Child("name"));
        for (var i = 0; i < items.Count; i++)
        {
            VolumeFileValidation.Validate(items[i], path.Child("items").Index(i), errors);
            if (!string.IsNullOrEmpty(items[i].Path) && !taken.Add(items[i].Path!))
                errors.Invalid(volume, name ?? "", Conflict);
        }
    }

    private static void ValidateToken(ServiceAccountTokenProjection token, FieldPath path, FieldPath volume, PodRuleOptions options, FieldErrors errors)
    {
        var seconds = token.ExpirationSeconds ?? 0;
        if (seconds < ShortestTokenSeconds)
            errors.Invalid(path.Child("expirationSeconds"), seconds, "may not specify a duration less than 10 minutes");
        if (seconds > LongestTokenSeconds)
            errors.Invalid(path.Child("expirationSeconds"), seconds, "may not specify a duration larger than 2^32 seconds");
        if (string.IsNullOrEmpty(token.Path))
            errors.Required(volume.Child("path"));
        else if (!options.AllowNonLocalProjectedTokenPath)
            Paths.DescendingUnreserved(token.Path, volume.Child("path"), errors);
    }

    private static void ValidateBundle(ClusterTrustBundleProjection bundle, ref Seen taken, FieldPath path, FieldPath volume, FieldErrors errors)
    {
        if (bundle.Name is not null && bundle.SignerName is not null)
        {
            errors.Invalid(path, RecordBinder.Write(bundle), "only one of name and signerName may be used");
        }
        else if (bundle.Name is { } name)
        {
            if (name.Length == 0)
                errors.Required(path.Child("name"), "must be a valid object name");
            if (bundle.LabelSelector is not null)
                errors.Invalid(path.Child("labelSelector"), RecordBinder.Write(bundle.LabelSelector), "labelSelector must be unset if name is specified");
        }
        else if (bundle.SignerName is { } signer)
        {
            if (signer.Length == 0)
                errors.Required(path.Child("signerName"), "must be a valid signer name");
            LabelSelectorValidation.Validate(bundle.LabelSelector, path.Child("labelSelector"), errors);
        }
        else
        {
            errors.Required(path, "either name or signerName must be specified");
        }

        if (string.IsNullOrEmpty(bundle.Path))
            errors.Required(path.Child("path"));
        Paths.DescendingUnreserved(bundle.Path ?? "", path.Child("path"), errors);
        if (!taken.Add(bundle.Path ?? ""))
            errors.Invalid(volume, bundle.Path ?? "", Conflict);
    }
}
