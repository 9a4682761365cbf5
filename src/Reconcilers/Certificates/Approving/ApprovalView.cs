using CloudletK8s.Api.Certificates.V1;

namespace CloudletK8s.Reconcilers.Certificates.Approving;

/// <param name="Grant">The permission by which the request's author may have it; null: nobody grants it.</param>
internal sealed record ApprovalView(CertificateSigningRequest Request, string? Grant);
