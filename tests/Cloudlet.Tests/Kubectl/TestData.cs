using CloudletK8s.TestKit.Repository;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>Files beside the tests.</summary>
internal static class TestData
{
    public static string Path(string name) =>
        System.IO.Path.Combine(RepositoryRoot.Path, "tests", "Cloudlet.Tests", "testdata", name);
}
