using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Only who may act for a signer approves or signs its requests, and no request makes an administrator.</summary>
internal sealed class CertificateSigners(IAuthorizer authorizer) : IAdmissionPlugin
{
    private const string ClientSigner = "kubernetes.io/kube-apiserver-client";

    public bool Handles(AdmissionRequest request) => request.Is("certificates.k8s.io", "certificatesigningrequests")
        && (request.Operation, request.Subresource) is (AdmissionOperation.Create, "") or (AdmissionOperation.Update, "approval" or "status");

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var spec = (request.OldObject ?? request.Object)?.Object("spec");
        var signer = spec?.Text("signerName") ?? "";
        if (request.Operation == AdmissionOperation.Create)
        {
            if (signer == ClientSigner && AsksForMasters(spec?.Text("request") ?? ""))
                throw Refused(request, $"use of {ClientSigner} signer with {UserInfo.Masters} group is not allowed");
            return;
        }

        var verb = request.Subresource == "approval" ? "approve" : "sign";
        if (verb == "sign" && Tree.Same(request.OldObject?["status"], request.Object?["status"]))
            return;
        if (!request.User.IsMaster && !await May(request.User, verb, signer, cancellationToken))
            throw Refused(request, $"user not permitted to {verb} requests with signerName \"{signer}\"");
    }

    /// <summary>By the signer's full name, or by all of its domain.</summary>
    private async ValueTask<bool> May(UserInfo user, string verb, string signer, CancellationToken cancellationToken) =>
        (await authorizer.Decide(user, Attributes(verb, signer), cancellationToken)).Allowed
        || (await authorizer.Decide(user, Attributes(verb, signer[..Math.Max(signer.IndexOf('/'), 0)] + "/*"), cancellationToken)).Allowed;

    private static AccessAttributes Attributes(string verb, string signer) =>
        new() { Verb = verb, Group = "certificates.k8s.io", Version = "v1", Resource = "signers", Name = signer };

    private static bool AsksForMasters(string request)
    {
        try
        {
            var pem = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(request));
            var parsed = CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.SkipSignatureValidation);
            return parsed.SubjectName.EnumerateRelativeDistinguishedNames().Any(part =>
                !part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.10" && part.GetSingleElementValue() == UserInfo.Masters);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            // The kind's own validation says what is wrong with it.
            return false;
        }
    }

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Resource.Storage, request.Name, why);
}
