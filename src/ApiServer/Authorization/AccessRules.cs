using CloudletK8s.Api.Authorization.V1;

namespace CloudletK8s.ApiServer.Authorization;

public sealed record AccessRules(IReadOnlyList<ResourceRule> Resources, IReadOnlyList<NonResourceRule> NonResources);
