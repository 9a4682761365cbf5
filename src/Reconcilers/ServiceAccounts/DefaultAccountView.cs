using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.ServiceAccounts;

internal sealed record DefaultAccountView(Namespace Namespace, ServiceAccount? Account);
