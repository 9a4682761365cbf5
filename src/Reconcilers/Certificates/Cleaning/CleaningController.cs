using CloudletK8s.Api.Certificates.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Certificates.Cleaning;

/// <summary>Removes certificate signing requests that have served their purpose, or never will.</summary>
internal sealed class CleaningController : PlannedController<CertificateSigningRequest>
{
    private readonly ObjectCache<CertificateSigningRequest> _requests;

    public CleaningController(ControllerServices services) : base("certificatesigningrequest-cleaner-controller", services)
    {
        _requests = Sources.For<CertificateSigningRequest>();
        Sources.Write("certificatesigningrequests");
    }

    protected override ValueTask<CertificateSigningRequest?> Read(ObjectName name, CancellationToken cancellationToken) => new(_requests.Get(name));

    protected override Plan Decide(CertificateSigningRequest snapshot, DateTimeOffset now) => CleaningPlan.Decide(snapshot, now);
}
