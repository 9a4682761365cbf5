using CloudletK8s.Api.Certificates.V1;

namespace CloudletK8s.Reconcilers.Certificates.Signing;

/// <param name="Failure">Why it cannot be signed, ever.</param>
/// <param name="Certificate">Signed, in PEM.</param>
internal sealed record SigningView(CertificateSigningRequest Request, string? Failure, byte[]? Certificate);
