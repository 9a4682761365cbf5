using System.Net.Sockets;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>What a status update may not say.</summary>
internal static class PodStatusValidation
{
    private static readonly FieldPath Status = FieldPath.Root("status");

    public static void Validate(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        PodValidation.ValidateAnnotations(obj, old, errors);
        var status = obj.Object("status") ?? new();
        var before = old.Object("status") ?? new();
        var spec = old.Object("spec") ?? new();
        ValidateConditions(status.List("conditions"), errors);

        var node = status.Text("nominatedNodeName") ?? "";
        if (node.Length > 0 && node != before.Text("nominatedNodeName"))
            errors.Invalid(Status.Child("nominatedNodeName"), node, DnsNames.Subdomain(node));
        if ((status.Text("qosClass") ?? "") != (before.Text("qosClass") ?? ""))
            errors.Invalid(Status.Child("qosClass"), status.Text("qosClass") ?? "", Wording.Immutable);

        var restart = spec.Text("restartPolicy") ?? "";
        ValidateTransitions(status, before, "containerStatuses", restart, null, errors);
        ValidateTransitions(status, before, "initContainerStatuses", restart, spec.List("initContainers"), errors);
        ValidateTransitions(status, before, "ephemeralContainerStatuses", "Never", null, errors);
        ValidateClaims(status.List("resourceClaimStatuses"), spec.List("resourceClaims"), errors);
        ValidateAddresses(status.List("podIPs"), Status.Child("podIPs"), errors);
        ValidateHostAddresses(status, errors);
    }

    private static void ValidateConditions(TreeList? conditions, FieldErrors errors)
    {
        for (var i = 0; i < conditions?.Count; i++)
        {
            var type = (conditions[i] as TreeObject)?.Text("type") ?? "";

            // Kubernetes blames the metadata here.
            if (type is not ("PodScheduled" or "Ready" or "Initialized") && QualifiedNames.Name(type) is { Count: > 0 } wrong)
                errors.Invalid(FieldPath.Root("metadata").Child("conditions").Index(i).Child("Type"), type, wrong);
        }
    }

    /// <summary>A container that has ended for good stays ended.</summary>
    private static void ValidateTransitions(
        TreeObject status, TreeObject before, string list, string restartPolicy, TreeList? initContainers, FieldErrors errors)
    {
        if (restartPolicy == "Always" || before.List(list) is not { } oldStatuses || status.List(list) is not { } statuses)
            return;

        for (var i = 0; i < oldStatuses.Count; i++)
        {
            var old = (TreeObject)oldStatuses[i];
            if (old.Object("state")?.Object("terminated") is not { } ended)
                continue;
            if (restartPolicy == "OnFailure" && ended.Whole("exitCode") is not (null or 0))
                continue;
            if (IsSidecar(old.Text("name"), initContainers))
                continue;

            foreach (var now in statuses)
            {
                if (now is TreeObject container && container.Text("name") == old.Text("name") && container.Object("state")?.Has("terminated") != true)
                    errors.Forbidden(Status.Child(list).Index(i).Child("state"), "may not be transitioned to non-terminated state");
            }
        }
    }

    private static bool IsSidecar(string? name, TreeList? initContainers)
    {
        for (var i = 0; i < initContainers?.Count; i++)
        {
            if (initContainers[i] is TreeObject container && container.Text("name") == name)
                return container.Text("restartPolicy") == "Always";
        }

        return false;
    }

    private static void ValidateClaims(TreeList? statuses, TreeList? claims, FieldErrors errors)
    {
        var seen = default(Seen);
        for (var i = 0; i < statuses?.Count; i++)
        {
            var path = Status.Child("resourceClaimStatuses").Index(i);
            var claim = (TreeObject)statuses[i];
            var name = claim.Text("name") ?? "";
            if (claims?.Objects().Any(known => known.Text("name") == name) != true)
                errors.Invalid(path.Child("name"), name, "must match the name of an entry in `spec.resourceClaims`");
            if (!seen.Add(name))
                errors.Duplicate(path.Child("name"), name);
            if (claim.Text("resourceClaimName") is { } claimName)
                errors.Invalid(path.Child("name"), claimName, DnsNames.Subdomain(claimName));
        }
    }

    /// <summary>At most one address of each family.</summary>
    private static void ValidateAddresses(TreeList? addresses, FieldPath path, FieldErrors errors)
    {
        var seen = default(Seen);
        var four = 0;
        var six = 0;
        for (var i = 0; i < addresses?.Count; i++)
        {
            var text = (addresses[i] as TreeObject)?.Text("ip") ?? "";
            if (!IpAddresses.TryParse(text, out var address))
                errors.Invalid(path.Index(i), text, IpAddresses.Address(text));
            else if (address.AddressFamily == AddressFamily.InterNetwork)
                four++;
            else
                six++;
            if (!seen.Add(text))
                errors.Duplicate(path.Index(i), addresses[i]);
        }

        if (addresses?.Count > 1 && (four != 1 || six != 1 || addresses.Count > 2))
            errors.Invalid(path, addresses, "may specify no more than one IP for each IP family");
    }

    private static void ValidateHostAddresses(TreeObject status, FieldErrors errors)
    {
        if (status.List("hostIPs") is not { Count: > 0 } addresses)
            return;

        var first = (addresses[0] as TreeObject)?.Text("ip") ?? "";
        if ((status.Text("hostIP") ?? "") != first)
            errors.Invalid(Status.Child("hostIPs").Index(0).Child("ip"), first, "must be equal to `hostIP`");
        ValidateAddresses(addresses, Status.Child("hostIPs"), errors);
    }
}
