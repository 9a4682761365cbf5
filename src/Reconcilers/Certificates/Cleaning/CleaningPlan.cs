using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CloudletK8s.Api.Certificates.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Certificates.Requests;

namespace CloudletK8s.Reconcilers.Certificates.Cleaning;

/// <summary>Requests are for passing on a certificate, not for keeping it.</summary>
internal static class CleaningPlan
{
    /// <summary>After the decision, and after the certificate where there is one.</summary>
    private static readonly TimeSpan Decided = TimeSpan.FromHours(1);

    /// <summary>Requests that nobody decides about.</summary>
    private static readonly TimeSpan Pending = TimeSpan.FromHours(24);

    public static Plan Decide(CertificateSigningRequest request, DateTimeOffset now)
    {
        if (request.Metadata!.DeletionTimestamp is not null || End(request) is not { } end)
            return Plan.Nothing;

        return end <= now
            ? Plan.Of(new Write.Delete<CertificateSigningRequest>(request) { Settled = true })
            : new() { Result = new ReconcileResult.RequeueAfter(end - now, "the request has served its purpose then") };
    }

    /// <summary>The first moment at which one of the reasons holds; null: none ever does as it stands.</summary>
    private static DateTimeOffset? End(CertificateSigningRequest request)
    {
        DateTimeOffset?[] ends =
        [
            After(request.Decision(RequestState.Approved)?.LastUpdateTime, Decided),
            After(request.Decision(RequestState.Denied)?.LastUpdateTime, Decided),
            After(request.Decision(RequestState.Failed)?.LastUpdateTime, Decided),
            request.Status?.Conditions is { Count: > 0 } ? null : After(request.Metadata!.CreationTimestamp, Pending),
            request.Is(RequestState.Approved) ? ExpiryOf(request.Status?.Certificate) : null,
        ];
        return ends.Min();
    }

    private static DateTimeOffset? After(DateTimeOffset? moment, TimeSpan span) => moment is { } given ? given + span : null;

    private static DateTimeOffset? ExpiryOf(byte[]? certificate)
    {
        if (certificate is not { Length: > 0 })
            return null;

        try
        {
            using var read = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(certificate));
            return read.NotAfter.ToUniversalTime();
        }
        catch (CryptographicException)
        {
            // Signers of others may put in what they like; the request goes by its age then.
            return null;
        }
    }
}
