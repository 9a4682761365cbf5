using CloudletK8s.Api.Certificates.V1;

namespace CloudletK8s.Reconcilers.Certificates.Requests;

/// <summary>What was decided about a request.</summary>
internal static class RequestState
{
    public const string Approved = "Approved";
    public const string Denied = "Denied";
    public const string Failed = "Failed";

    public static bool IsIssued(this CertificateSigningRequest request) => request.Status?.Certificate is { Length: > 0 };

    public static bool Is(this CertificateSigningRequest request, string type) => request.Decision(type) is not null;

    public static CertificateSigningRequestCondition? Decision(this CertificateSigningRequest request, string type) =>
        request.Status?.Conditions?.FirstOrDefault(condition => condition.Type == type);

    public static CertificateSigningRequest With(this CertificateSigningRequest request, CertificateSigningRequestCondition condition) => request with
    {
        Status = (request.Status ?? new()) with { Conditions = [.. request.Status?.Conditions ?? [], condition] },
    };
}
