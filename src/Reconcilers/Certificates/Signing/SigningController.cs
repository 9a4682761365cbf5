using CloudletK8s.Api.Certificates.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Certificates.Requests;

namespace CloudletK8s.Reconcilers.Certificates.Signing;

/// <summary>Signs approved requests to the signers of Kubernetes, with the cluster's authority.</summary>
internal sealed class SigningController : PlannedController<SigningView>
{
    private readonly ObjectCache<CertificateSigningRequest> _requests;

    public SigningController(ControllerServices services) : base("certificatesigningrequest-signing-controller", services)
    {
        _requests = Sources.For<CertificateSigningRequest>();
        Sources.Write("certificatesigningrequests/status");
    }

    public static Plan PlanOf(SigningView view, DateTimeOffset now) => view switch
    {
        { Failure: { } failure } => Plan.Of(new Write.UpdateStatus<CertificateSigningRequest>(view.Request.With(new()
        {
            Type = RequestState.Failed,
            Status = "True",
            Reason = "SignerValidationFailure",
            Message = failure,
            LastUpdateTime = now,
        }))),
        { Certificate: { } certificate } => Plan.Of(new Write.UpdateStatus<CertificateSigningRequest>(view.Request with
        {
            Status = (view.Request.Status ?? new()) with { Certificate = certificate },
        })),
        _ => Plan.Nothing,
    };

    protected override ValueTask<SigningView?> Read(ObjectName name, CancellationToken cancellationToken) => new(Read(name));

    protected override Plan Decide(SigningView snapshot, DateTimeOffset now) => PlanOf(snapshot, now);

    private SigningView? Read(ObjectName name)
    {
        if (_requests.Get(name) is not { Spec: { } spec } request || Services.Identity.Authority is not { } open)
            return null;
        if (request.IsIssued() || !request.Is(RequestState.Approved) || request.Is(RequestState.Denied) || request.Is(RequestState.Failed))
            return null;
        if (SignerRules.Of(spec.SignerName) is not { } check || AskedCertificate.Read(spec.Request) is not { } asked)
            return null;
        if (check(asked, spec.Usages ?? []) is { } failure)
            return new(request, failure, null);

        using var authority = open();
        return new(request, null, CertificateIssue.Sign(asked, spec.Usages ?? [], spec.ExpirationSeconds, authority, Services.Time.GetUtcNow()));
    }
}
