using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Defaults of pods, of what is in them, and of what makes them, where they depend on other fields.</summary>
internal static class PodDefaults
{
    /// <summary>Only in pods themselves, not in templates.</summary>
    public static void ApplyToPod(TreeObject pod)
    {
        if (pod.Object("spec") is not { } spec)
            return;

        RequestWhatIsLimited(spec.List("containers"));
        RequestWhatIsLimited(spec.List("initContainers"));
        PodLevelDefaults.Apply(spec);
        if (!spec.Has("enableServiceLinks"))
            spec.Set("enableServiceLinks", true);
        if (spec.Flag("hostNetwork") == true)
        {
            OpenOnHost(spec.List("containers"));
            OpenOnHost(spec.List("initContainers"));
        }
    }

    /// <summary>The service account has two names.</summary>
    public static void ApplyToSpec(TreeObject spec)
    {
        if (string.IsNullOrEmpty(spec.Text("serviceAccountName")) && spec.Text("serviceAccount") is { Length: > 0 } account)
            spec.Set("serviceAccountName", account);
        if (spec.Text("serviceAccountName") is { Length: > 0 } name)
            spec.Set("serviceAccount", name);
        else
            spec.Remove("serviceAccount");
        RoundUp(spec.Object("overhead"));
    }

    /// <summary>Old readers know one address, new ones a list of which it is the first.</summary>
    public static void ApplyToStatus(TreeObject status)
    {
        var address = status.Text("podIP") ?? "";
        var first = (status.List("podIPs") is { Count: > 0 } list ? list[0] as TreeObject : null)?.Text("ip") ?? "";
        if (address.Length > 0 && address != first)
        {
            var item = new TreeObject(1);
            item.Set("ip", address);
            status.Set("podIPs", new TreeList([item]));
        }
        else if (address.Length == 0 && first.Length > 0)
        {
            status.Set("podIP", first);
        }
    }

    public static void ApplyToContainer(TreeObject container)
    {
        if (string.IsNullOrEmpty(container.Text("imagePullPolicy")))
            container.Set("imagePullPolicy", ImageReference.IsLatest(container.Text("image") ?? "") ? "Always" : "IfNotPresent");
    }

    public static void ApplyToVolume(TreeObject volume)
    {
        if (volume.Count == (volume.Has("name") ? 1 : 0))
            volume.Set("emptyDir", new TreeObject());
    }

    public static void ApplyToResources(TreeObject resources)
    {
        RoundUp(resources.Object("limits"));
        RoundUp(resources.Object("requests"));
    }

    public static void ApplyToController(TreeObject controller)
    {
        if (controller.Object("spec") is not { } spec || spec.Object("template")?.Object("metadata", "labels") is not { Count: > 0 } labels)
            return;

        if (spec.Object("selector") is not { Count: > 0 })
            spec.Set("selector", labels.Clone());
        var metadata = controller.ObjectOrNew("metadata");
        if (metadata.Object("labels") is not { Count: > 0 })
            metadata.Set("labels", labels.Clone());
    }

    /// <summary>Amounts are kept to a thousandth.</summary>
    public static void RoundUp(TreeObject? amounts)
    {
        if (amounts is null)
            return;

        List<(string Name, string Text)>? rounded = null;
        foreach (var (name, value) in amounts)
        {
            if (value is TreeText text && IsFine(text.Value) && Quantity.TryParse(text.Value, out var amount))
                (rounded ??= []).Add((name, Quantity.OfMilli(amount.MilliValue(), amount.Format).ToString()));
        }

        foreach (var (name, text) in rounded ?? [])
            amounts.Set(name, text);
    }

    private static bool IsFine(string text) => text.Length > 0 && (text[^1] is 'n' or 'u' || text.Contains("e-", StringComparison.OrdinalIgnoreCase));

    private static void RequestWhatIsLimited(TreeList? containers)
    {
        for (var i = 0; i < containers?.Count; i++)
        {
            if ((containers[i] as TreeObject)?.Object("resources") is not { } resources || resources.Object("limits") is not { Count: > 0 } limits)
                continue;

            var requests = resources.ObjectOrNew("requests");
            var before = requests.Count;
            foreach (var (name, amount) in limits)
            {
                if (!requests.Has(name))
                    requests.Append(name, amount);
            }

            if (before > 0 && requests.Count > before)
                requests.SortByName();
        }
    }

    private static void OpenOnHost(TreeList? containers)
    {
        for (var i = 0; i < containers?.Count; i++)
        {
            var ports = (containers[i] as TreeObject)?.List("ports");
            for (var j = 0; j < ports?.Count; j++)
            {
                if (ports[j] is TreeObject port && port.Whole("hostPort") is null or 0 && port.Whole("containerPort") is { } number)
                    port.Set("hostPort", number);
            }
        }
    }
}
