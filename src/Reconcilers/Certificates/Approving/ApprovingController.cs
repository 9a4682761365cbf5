using CloudletK8s.Api.Authorization.V1;
using CloudletK8s.Api.Certificates.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Certificates.Requests;

namespace CloudletK8s.Reconcilers.Certificates.Approving;

/// <summary>Approves the client certificates of nodes for those who may ask for them: bootstrap tokens for any node, nodes for themselves.</summary>
internal sealed class ApprovingController : PlannedController<ApprovalView>
{
    private const string ClientSigner = "kubernetes.io/kube-apiserver-client-kubelet";
    private const string Self = "selfnodeclient";
    private const string Any = "nodeclient";

    private readonly ObjectCache<CertificateSigningRequest> _requests;

    public ApprovingController(ControllerServices services) : base("certificatesigningrequest-approving-controller", services)
    {
        _requests = Sources.For<CertificateSigningRequest>();
        Sources.Write("certificatesigningrequests/approval", "subjectaccessreviews");
    }

    public static Plan Decide(ApprovalView view) => view.Grant is not { } grant ? Plan.Nothing : Plan.Of(new Write.UpdatePart<CertificateSigningRequest>(
        view.Request.With(new()
        {
            Type = RequestState.Approved,
            Status = "True",
            Reason = "AutoApproved",
            Message = grant == Self
                ? "Auto approving self kubelet client certificate after SubjectAccessReview."
                : "Auto approving kubelet client certificate after SubjectAccessReview.",
        }),
        "approval"));

    /// <summary>The permissions by which a request could be approved, the narrower one first.</summary>
    public static IReadOnlyList<string> Grants(CertificateSigningRequest request)
    {
        if (request.IsIssued() || request.Is(RequestState.Approved) || request.Is(RequestState.Denied) || request.Spec?.SignerName != ClientSigner
            || AskedCertificate.Read(request.Spec.Request) is not { } asked
            || KubeletRequests.CheckClient(asked, request.Spec.Usages ?? []) is not null)
            return [];

        return asked.CommonName == request.Spec.Username ? [Self, Any] : [Any];
    }

    protected override async ValueTask<ApprovalView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_requests.Get(name) is not { } request)
            return null;

        foreach (var grant in Grants(request))
        {
            if (await May(request.Spec!, grant, cancellationToken))
                return new(request, grant);
        }

        return null;
    }

    protected override Plan Decide(ApprovalView snapshot, DateTimeOffset now) => Decide(snapshot);

    private async ValueTask<bool> May(CertificateSigningRequestSpec author, string grant, CancellationToken cancellationToken)
    {
        var review = new SubjectAccessReview
        {
            Spec = new()
            {
                User = author.Username,
                Uid = author.Uid,
                Groups = author.Groups,
                Extra = author.Extra,
                ResourceAttributes = new() { Group = "certificates.k8s.io", Resource = "certificatesigningrequests", Verb = "create", Subresource = grant },
            },
        };
        return (await Services.Client.Create(review, WriteOptions.Default, cancellationToken)).Required().Status?.Allowed == true;
    }
}
