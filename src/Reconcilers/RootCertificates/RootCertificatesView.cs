using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.RootCertificates;

internal sealed record RootCertificatesView(Namespace Namespace, ConfigMap? Published, string Certificates);
