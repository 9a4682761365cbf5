using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The ephemeralcontainers subresource: containers are added, those that are there stay as they are.</summary>
internal static class EphemeralContainersUpdate
{
    private const string Member = "ephemeralContainers";

    public static void Prepare(TreeObject obj, TreeObject old)
    {
        var containers = obj.Object("spec")?[Member];
        var spec = old.Object("spec")?.CloneObject() ?? new();
        spec[Member] = containers;
        obj.Set("spec", spec);
    }

    public static void Validate(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        if (PodValidation.IsMirror(old))
        {
            errors.Forbidden(FieldPath.Root(""), "static pods do not support ephemeral containers");
            return;
        }

        PodValidation.ValidateChanged(obj, old, errors);
        var path = PodValidation.Spec.Child(Member);
        var containers = obj.Object("spec")?.List(Member);
        foreach (var before in old.Object("spec")?.List(Member)?.Objects() ?? [])
        {
            var name = before.Text("name") ?? "";
            var now = containers?.Objects().LastOrDefault(container => container.Text("name") == name);
            if (now is null)
                errors.Forbidden(path, $"existing ephemeral containers \"{name}\" may not be removed\n");
            else if (!now.SameAs(before))
                errors.Forbidden(path, $"existing ephemeral containers \"{name}\" may not be changed\n{TreeDifference.Describe(before, now, Member)}");
        }
    }
}
