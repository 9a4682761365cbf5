using CloudletK8s.ApiServer.Discovery;

namespace CloudletK8s.ApiServer.Tests.Discovery;

public class VersionsOfCustomGroups
{
    [Fact]
    public void Go_from_stable_to_experimental_and_from_new_to_old() => Assert.Equal(
        ["v10", "v2", "v1", "v11beta2", "v10beta3", "v3beta1", "v12alpha1", "v11alpha2", "foo1", "foo10"],
        new[] { "foo10", "v11alpha2", "v1", "v3beta1", "foo1", "v10beta3", "v12alpha1", "v2", "v11beta2", "v10" }
            .OrderByDescending(version => version, VersionOrder.Instance));
}
