namespace CloudletK8s.Cloudlet.Tests.Architecture;

public sealed class DependenciesBetweenProjects
{
    /// <summary>The whole drawing: who may name whom. A project that is not listed here must be added with its reason.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Api"] = [],
        ["Store"] = ["Api"],
        ["ApiServer"] = ["Store", "Api", "ControllerRuntime"],
        ["ControllerRuntime"] = ["Api"],

        // The adapters of the bus port, which keep Azure out of ControllerRuntime, and what the function apps share.
        ["Buses"] = ["ControllerRuntime", "Store", "ApiServer"],
        ["ApiFunctions"] = ["ApiServer", "Buses"],
        ["Reconcilers"] = ["ControllerRuntime", "ApiServer", "Buses"],
        ["SchedulerFn"] = ["Api", "ControllerRuntime", "ApiServer", "Buses"],
        ["EdgeAgent"] = ["ControllerRuntime"],
        ["Cloudlet"] = ["ApiServer", "ControllerRuntime", "Reconcilers", "SchedulerFn", "EdgeAgent"],
    };

    [Fact]
    public void Point_down_only()
    {
        var wrong = ProjectFile.All.SelectMany(project => project.Projects
            .Where(reference => !Allowed.GetValueOrDefault(project.Name, []).Contains(reference))
            .Select(reference => $"{project.Name} -> {reference}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Are_drawn_for_every_project()
    {
        Assert.True(ProjectFile.All.Count >= 6, "The project files were not found.");
        Assert.Empty(ProjectFile.All.Select(project => project.Name).Except(Allowed.Keys));
    }

    [Theory]
    [InlineData("Api")]
    [InlineData("ControllerRuntime")]
    [InlineData("SchedulerFn")]
    public void Keep_hosting_Azure_and_gRPC_out_of_what_only_thinks(string name)
    {
        var project = ProjectFile.All.Single(project => project.Name == name);

        Assert.False(project.UsesAspNetCore);
        Assert.DoesNotContain(project.Packages, package =>
            package.StartsWith("Azure.", StringComparison.Ordinal)
            || package.StartsWith("Grpc", StringComparison.Ordinal)
            || package.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || package.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal));
    }

    [Fact]
    public void Leave_hosting_to_the_server_and_the_hosts() =>
        Assert.Equal(
            ["ApiFunctions", "ApiServer", "Cloudlet"],
            ProjectFile.All.Where(project => project.UsesAspNetCore).Select(project => project.Name).Order(StringComparer.Ordinal));
}
