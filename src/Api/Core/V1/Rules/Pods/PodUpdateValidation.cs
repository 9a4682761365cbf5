using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The few fields of a pod's spec that may change while it lives.</summary>
internal static class PodUpdateValidation
{
    private const string Updatable =
        "`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
        + "`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    private static readonly FieldPath Spec = PodValidation.Spec;

    public static void Validate(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        PodValidation.ValidateChanged(obj, old, errors);
        var spec = obj.Object("spec") ?? new();
        var before = old.Object("spec") ?? new();
        if (spec.SameAs(before))
            return;

        if (!HasSameCount(spec, before, "containers", errors) || !HasSameCount(spec, before, "initContainers", errors))
            return;
        if (!ValidateDeadline(spec.Whole("activeDeadlineSeconds"), before.Whole("activeDeadlineSeconds"), errors))
            return;

        ValidateTolerations(spec.List("tolerations"), before.List("tolerations"), errors);
        ValidateGates(spec.List("schedulingGates"), before.List("schedulingGates"), errors);
        ValidateRest(spec, before, errors);
    }

    private static bool HasSameCount(TreeObject spec, TreeObject before, string list, FieldErrors errors)
    {
        if ((spec.List(list)?.Count ?? 0) == (before.List(list)?.Count ?? 0))
            return true;

        errors.Forbidden(Spec.Child(list), "pod updates may not add or remove containers");
        return false;
    }

    /// <summary>A deadline can be set and come nearer. False: what follows is not worth checking.</summary>
    private static bool ValidateDeadline(long? seconds, long? before, FieldErrors errors)
    {
        var path = Spec.Child("activeDeadlineSeconds");
        if (seconds is null)
        {
            if (before is not null)
                errors.Invalid(path, null, "must not update from a positive integer to nil value");
            return true;
        }

        if (seconds is < 0 or > int.MaxValue)
            errors.Invalid(path, seconds, Wording.Range(0, int.MaxValue));
        else if (before < seconds)
            errors.Invalid(path, seconds, "must be less than or equal to previous value");
        else
            return true;
        return false;
    }

    private static void ValidateTolerations(TreeList? tolerations, TreeList? before, FieldErrors errors)
    {
        foreach (var old in before?.Objects() ?? [])
        {
            if (tolerations?.Objects().Any(toleration => IsSameButForSeconds(toleration, old)) == true)
                continue;

            errors.Forbidden(Spec.Child("tolerations"), "existing toleration can not be modified except its tolerationSeconds");
            return;
        }
    }

    private static bool IsSameButForSeconds(TreeObject toleration, TreeObject old)
    {
        if (toleration.SameAs(old))
            return true;

        var like = old.ShallowCopy();
        like["tolerationSeconds"] = toleration["tolerationSeconds"];
        return toleration.SameAs(like);
    }

    private static void ValidateGates(TreeList? gates, TreeList? before, FieldErrors errors)
    {
        for (var i = 0; i < gates?.Count; i++)
        {
            var name = (gates[i] as TreeObject)?.Text("name") ?? "";
            if (before?.Objects().Any(gate => gate.Text("name") == name) != true)
                errors.Forbidden(Spec.Child("schedulingGates").Index(i).Child("name"), $"only deletion is allowed, but found new scheduling gate '{name}'");
        }
    }

    /// <summary>With everything that may change set back, nothing may have changed.</summary>
    private static void ValidateRest(TreeObject spec, TreeObject before, FieldErrors errors)
    {
        var rest = spec.CloneObject();
        RestoreImages(rest.List("containers"), before.List("containers"));
        RestoreImages(rest.List("initContainers"), before.List("initContainers"));
        rest["activeDeadlineSeconds"] = before["activeDeadlineSeconds"];
        rest["schedulingGates"] = before["schedulingGates"];
        rest["tolerations"] = before["tolerations"];
        if (before.Whole("terminationGracePeriodSeconds") < 0 && rest.Whole("terminationGracePeriodSeconds") == 1)
            rest["terminationGracePeriodSeconds"] = before["terminationGracePeriodSeconds"];
        if (before.List("schedulingGates") is { Count: > 0 })
            GatedPodValidation.Validate(rest, before, errors);

        if (!rest.SameAs(before))
            errors.Forbidden(Spec, $"pod updates may not change fields other than {Updatable}\n{TreeDifference.Describe(before, rest, "spec")}");
    }

    private static void RestoreImages(TreeList? containers, TreeList? before)
    {
        for (var i = 0; i < containers?.Count; i++)
        {
            if (containers[i] is TreeObject container && before?[i] is TreeObject old)
                container["image"] = old["image"];
        }
    }
}
