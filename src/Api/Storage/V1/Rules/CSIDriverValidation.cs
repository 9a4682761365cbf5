using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Storage.V1.Rules;

internal static class CSIDriverValidation
{
    private const long MinSeconds = 600;
    private const long MaxSeconds = 1L << 32;

    private static readonly EnumField GroupPolicies = EnumField.OfTexts("File", "None", "ReadWriteOnceWithFSType");

    public static void Validate(CSIDriverSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.AttachRequired is null)
            errors.Required(path.Child("attachedRequired"));
        if (spec.PodInfoOnMount is null)
            errors.Required(path.Child("podInfoOnMount"));
        if (spec.StorageCapacity is null)
            errors.Required(path.Child("storageCapacity"));
        if (spec.FsGroupPolicy is null)
            errors.Required(path.Child("fsGroupPolicy"));
        GroupPolicies.CheckOptional(spec.FsGroupPolicy, path, "fsGroupPolicy", errors);
        ValidateTokens(spec.TokenRequests ?? [], path.Child("tokenRequests"), errors);

        foreach (var mode in spec.VolumeLifecycleModes ?? [])
        {
            if (mode is not ("Persistent" or "Ephemeral"))
                errors.NotSupported(path.Child("volumeLifecycleModes"), mode, ["Persistent", "Ephemeral"]);
        }

        if (spec.SeLinuxMount is null)
            errors.Required(path.Child("seLinuxMount"), "seLinuxMount is required");
    }

    public static void ValidateTokens(IReadOnlyList<TokenRequest> requests, FieldPath path, FieldErrors errors)
    {
        var audiences = new HashSet<string>();
        for (var i = 0; i < requests.Count; i++)
        {
            var audience = requests[i].Audience ?? "";
            if (!audiences.Add(audience))
            {
                errors.Duplicate(path.Index(i).Child("audience"), audience);
                continue;
            }

            if (requests[i].ExpirationSeconds is < MinSeconds and var tooShort)
                errors.Invalid(path.Index(i).Child("expirationSeconds"), tooShort, "may not specify a duration less than 10 minutes");
            if (requests[i].ExpirationSeconds is > MaxSeconds and var tooLong)
                errors.Invalid(path.Index(i).Child("expirationSeconds"), tooLong, "may not specify a duration larger than 2^32 seconds");
        }
    }
}
