using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Authentication.V1.Rules;

/// <summary>Asking for a service account's token.</summary>
internal sealed class TokenRequestStrategy : KindStrategy
{
    private const long MinSeconds = 600;
    private const long MaxSeconds = 1L << 32;

    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var seconds = obj.Object("spec")?.Whole("expirationSeconds") ?? 0;
        var path = FieldPath.Root("spec").Child("expirationSeconds");
        if (seconds < MinSeconds)
            errors.Invalid(path, seconds, "may not specify a duration less than 10 minutes");
        if (seconds > MaxSeconds)
            errors.Invalid(path, seconds, "may not specify a duration larger than 2^32 seconds");
    }
}
