using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Namespaces;

namespace CloudletK8s.Reconcilers.RootCertificates;

/// <summary>Each namespace has the certificates by which its pods know the API server.</summary>
internal sealed class RootCertificatesController : PlannedController<RootCertificatesView>
{
    private const string MapName = "kube-root-ca.crt";
    private const string Key = "ca.crt";
    private const string Description = "kubernetes.io/description";

    private const string DescriptionText =
        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or "
        + "kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.";

    private readonly ObjectCache<Namespace> _namespaces;
    private readonly ObjectCache<ConfigMap> _maps;

    public RootCertificatesController(ControllerServices services) : base("root-ca-certificate-publisher-controller", services)
    {
        _namespaces = Sources.For<Namespace>(static change => change.Current?.IsActive() == true);
        _maps = Sources.On<ConfigMap>(static change => change.Name.Name == MapName ? [ObjectName.OfCluster(change.Name.Namespace)] : []);
        Sources.Write("configmaps");
    }

    public static Plan Decide(RootCertificatesView view)
    {
        if (view.Certificates.Length == 0 || !view.Namespace.IsActive())
            return Plan.Nothing;

        var data = new Dictionary<string, string> { [Key] = view.Certificates };
        if (view.Published is not { } published)
        {
            var annotations = new Dictionary<string, string> { [Description] = DescriptionText };
            return EachNamespacePlan.Of(new Write.Create<ConfigMap>(new()
            {
                Metadata = new() { Name = MapName, Namespace = view.Namespace.Metadata!.Name, Annotations = annotations },
                Data = data,
            }));
        }

        var isRight = published.Data is { Count: 1 } && published.Data.GetValueOrDefault(Key) == view.Certificates
            && published.Metadata!.Annotations?.GetValueOrDefault(Description) is { Length: > 0 };
        return EachNamespacePlan.Of(isRight ? null : new Write.Update<ConfigMap>(published with
        {
            Data = data,
            Metadata = published.Metadata! with
            {
                Annotations = new Dictionary<string, string>(published.Metadata.Annotations ?? new Dictionary<string, string>()) { [Description] = DescriptionText },
            },
        }));
    }

    protected override ValueTask<RootCertificatesView?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(_namespaces.Get(name) is { } ns ? new RootCertificatesView(ns, _maps.Get(name.Name, MapName), Services.Identity.RootCertificates) : null);

    protected override Plan Decide(RootCertificatesView snapshot, DateTimeOffset now) => Decide(snapshot);
}
