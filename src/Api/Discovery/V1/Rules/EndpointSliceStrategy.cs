using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Discovery.V1.Rules;

internal sealed class EndpointSliceStrategy : KindStrategy
{
    private const string HostLabel = "kubernetes.io/hostname";

    public override void PrepareForCreate(TreeObject obj, RuleContext context) => DropTopology(obj, null);

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        if (!Tree.Same(obj["endpoints"], old["endpoints"]))
            DropTopology(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        EndpointSliceValidation.Validate(RecordBinder.Read<EndpointSlice>(obj), update: false, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        EndpointSliceValidation.Validate(RecordBinder.Read<EndpointSlice>(obj), update: true, errors);
        if (obj.Text("addressType") != old.Text("addressType"))
            errors.Invalid(FieldPath.Root("addressType"), obj.Text("addressType") ?? "", Wording.Immutable);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (obj.Text("addressType") == "FQDN")
            context.Warnings.Add("spec.addressType: FQDN endpoints are deprecated");
    }

    /// <summary>The old topology map cannot be written; a node's name that an older version kept there moves to its field.</summary>
    private static void DropTopology(TreeObject obj, TreeObject? old)
    {
        HashSet<string> known = [.. Endpoints(old).Select(Host).OfType<string>()];
        foreach (var endpoint in Endpoints(obj))
        {
            if (endpoint["nodeName"] is not TreeText && Host(endpoint) is { } host && known.Contains(host) && DnsNames.Subdomain(host).Count == 0)
                endpoint.Set("nodeName", host);
            endpoint.Remove("deprecatedTopology");
        }
    }

    private static IEnumerable<TreeObject> Endpoints(TreeObject? slice) => slice?.List("endpoints")?.Objects() ?? [];

    private static string? Host(TreeObject endpoint) => endpoint.Object("deprecatedTopology")?.Text(HostLabel);
}
