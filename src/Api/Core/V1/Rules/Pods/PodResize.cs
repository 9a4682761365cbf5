using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The resize subresource: processor and memory of containers change in place.</summary>
internal static class PodResize
{
    private static readonly string[] Lists = ["requests", "limits"];
    private static readonly FieldPath Spec = PodValidation.Spec;

    /// <summary>Everything but resources and resize policies comes from the old pod, unless containers were added, removed or renamed.</summary>
    public static void Prepare(TreeObject obj, TreeObject old)
    {
        var before = old.Object("spec") ?? new();
        var spec = obj.Object("spec") ?? new();
        var containers = Merge(spec.List("containers"), before.List("containers"));
        var init = Merge(spec.List("initContainers"), before.List("initContainers"));
        if (containers is null || init is null)
            return;

        var next = before.CloneObject();
        if (before.Has("containers"))
            next.Set("containers", containers);
        if (before.Has("initContainers"))
            next.Set("initContainers", init);
        obj.Set("spec", next);
    }

    public static void Validate(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        var spec = obj.Object("spec") ?? new();
        var before = old.Object("spec") ?? new();
        if (Refusal(spec, before, old) is { } refusal)
        {
            errors.Forbidden(FieldPath.Root(""), refusal);
            return;
        }

        PodValidation.ValidateChanged(obj, old, errors);
        if (PodQuality.Of(spec) != (old.Object("status")?.Text("qosClass") is { Length: > 0 } known ? known : PodQuality.Of(before)))
            errors.Invalid(Spec, obj.Object("status")?.Text("qosClass") ?? "", "Pod QOS Class may not change as a result of resizing");
        if (!RunsWhereResizeWorks(old))
            errors.Forbidden(Spec, "Pod running on node without support for resize");

        var had = errors.All.Count;
        var containers = spec.List("containers") ?? new();
        var oldContainers = before.List("containers") ?? new();
        var init = spec.List("initContainers") ?? new();
        var oldInit = before.List("initContainers") ?? new();
        if (containers.Count != oldContainers.Count || init.Count != oldInit.Count)
        {
            errors.Forbidden(Spec, "only cpu and memory resources are mutable");
            return;
        }

        for (var i = 0; i < init.Count; i++)
        {
            if (((TreeObject)oldInit[i]).Text("restartPolicy") == "Always")
                ValidateContainer((TreeObject)init[i], (TreeObject)oldInit[i], Spec.Child("initContainers").Index(i), "only cpu and memory resources for sidecar containers are mutable", errors);
            else if (!init[i].SameAs(oldInit[i]))
                errors.Forbidden(Spec, "resources for non-sidecar init containers are immutable");
        }

        for (var i = 0; i < containers.Count; i++)
            ValidateContainer((TreeObject)containers[i], (TreeObject)oldContainers[i], Spec.Child("containers").Index(i), "only cpu and memory resources are mutable", errors);

        if (errors.All.Count == had && !SameBesidesContainers(spec, before))
            errors.Forbidden(Spec, "only cpu and memory resources are mutable");
    }

    private static TreeList? Merge(TreeList? containers, TreeList? before)
    {
        if ((containers?.Count ?? 0) != (before?.Count ?? 0))
            return null;

        var merged = new TreeList(before?.Count ?? 0);
        for (var i = 0; i < before?.Count; i++)
        {
            var container = (TreeObject)containers![i];
            var old = ((TreeObject)before[i]).CloneObject();
            if (container.Text("name") != old.Text("name"))
                return null;
            old["resources"] = container["resources"];
            old["resizePolicy"] = container["resizePolicy"];
            merged.Add(old);
        }

        return merged;
    }

    private static string? Refusal(TreeObject spec, TreeObject before, TreeObject old)
    {
        if (HasPodLevel(spec) || HasPodLevel(before))
            return "pods with pod-level resources cannot be resized";
        if (PodValidation.IsMirror(old))
            return "static pods cannot be resized";
        return before.Object("os")?.Text("name") == "windows" ? "windows pods cannot be resized" : null;
    }

    private static bool HasPodLevel(TreeObject spec) =>
        spec.Object("resources") is { } resources && (resources.Object("requests") is { Count: > 0 } || resources.Object("limits") is { Count: > 0 });

    /// <summary>A node that can resize reports the resources of running containers.</summary>
    private static bool RunsWhereResizeWorks(TreeObject pod)
    {
        foreach (var status in pod.Object("status")?.List("containerStatuses")?.Objects() ?? [])
        {
            if (status.Object("state")?.Has("running") == true)
                return status.Has("resources");
        }

        return true;
    }

    private static void ValidateContainer(TreeObject container, TreeObject old, FieldPath path, string refusal, FieldErrors errors)
    {
        var resources = container.Object("resources") ?? new();
        var before = old.Object("resources") ?? new();
        foreach (var list in Lists)
        {
            var amounts = resources.Object(list);
            if (before.Object(list) is { } had && had.Names.Any(name => amounts?.Has(name) != true))
                errors.Forbidden(path.Child("resources", list), $"resource {list} cannot be removed");
        }

        ValidateMemoryLimit(container, resources.Object("limits"), before.Object("limits"), path, errors);
        var rest = container.ShallowCopy();
        rest["resources"] = old["resources"];
        if (!rest.SameAs(old) || Lists.Any(list => !SameBesidesProcessorAndMemory(resources.Object(list), before.Object(list))))
            errors.Forbidden(Spec, refusal);
    }

    /// <summary>Taking memory away from a running process needs a restart.</summary>
    private static void ValidateMemoryLimit(TreeObject container, TreeObject? limits, TreeObject? before, FieldPath path, FieldErrors errors)
    {
        var policy = container.List("resizePolicy")?.Objects().FirstOrDefault(one => one.Text("resourceName") == "memory")?.Text("restartPolicy");
        if (policy is not (null or "" or "NotRequired") || limits?.Text("memory") is not { } text)
            return;

        var at = path.Child("resources", "limits").Key("memory");
        if (before?.Text("memory") is not { } oldText)
            errors.Forbidden(at, "memory limits cannot be added unless resizePolicy is RestartContainer");
        else if (Quantity.TryParse(text, out var limit) && Quantity.TryParse(oldText, out var oldLimit) && limit < oldLimit)
            errors.Forbidden(at, "memory limits cannot be decreased unless resizePolicy is RestartContainer");
    }

    private static bool SameBesidesProcessorAndMemory(TreeObject? amounts, TreeObject? before) =>
        Tree.Same(Others(amounts), Others(before));

    private static TreeObject Others(TreeObject? amounts)
    {
        var others = amounts?.ShallowCopy() ?? new();
        others.Remove("cpu");
        others.Remove("memory");
        return others;
    }

    private static bool SameBesidesContainers(TreeObject spec, TreeObject before)
    {
        var (left, right) = (spec.ShallowCopy(), before.ShallowCopy());
        foreach (var list in (ReadOnlySpan<string>)["containers", "initContainers"])
        {
            left.Remove(list);
            right.Remove(list);
        }

        return left.SameAs(right);
    }
}
