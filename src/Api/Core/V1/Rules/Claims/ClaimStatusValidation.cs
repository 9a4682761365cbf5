using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

internal static class ClaimStatusValidation
{
    private static readonly string[] ResizeStates =
        ["ControllerResizeInProgress", "ControllerResizeInfeasible", "NodeResizePending", "NodeResizeInProgress", "NodeResizeInfeasible"];

    private static readonly FieldPath Status = FieldPath.Root("status");

    public static void Validate(PersistentVolumeClaimStatus status, FieldErrors errors)
    {
        foreach (var (name, amount) in status.Capacity ?? new Dictionary<string, Quantity>())
            ValidateAmount(amount, Status.Child("capacity").Key(name), errors);

        foreach (var (name, amount) in status.AllocatedResources ?? new Dictionary<string, Quantity>())
        {
            if (ValidateName(name, Status.Child("allocatedResources"), errors))
                ValidateAmount(amount, Status.Child("allocatedResources").Key(name), errors);
        }

        foreach (var (name, state) in status.AllocatedResourceStatuses ?? new Dictionary<string, string>())
        {
            var path = Status.Child("allocatedResourceStatus");
            if (ValidateName(name, path, errors) && !ResizeStates.Contains(state))
                errors.NotSupported(path.Key(name), name, ResizeStates.Order(StringComparer.Ordinal));
        }
    }

    private static void ValidateAmount(Quantity amount, FieldPath path, FieldErrors errors)
    {
        if (amount.Sign < 0)
            errors.Invalid(path, amount.Value(), "must be a valid resource quantity");
    }

    private static bool ValidateName(string name, FieldPath path, FieldErrors errors)
    {
        if (QualifiedNames.Name(name) is { Count: > 0 } wrong)
        {
            errors.Invalid(path, name, wrong);
            return false;
        }

        if (!ResourceNames.IsNative(name) || name == ResourceNames.Storage)
            return true;

        errors.NotSupported(path, name, [ResourceNames.Storage]);
        return false;
    }
}
