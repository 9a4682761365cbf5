using CloudletK8s.Cloudlet.Commands;

namespace CloudletK8s.Cloudlet.Tests.Commands;

public sealed class TableOfControllers
{
    /// <summary>A pod's status has parts of several owners: each writes conditions of its own, beside the node's.</summary>
    private const string SharedStatus = "pods/status";

    [Fact]
    public async Task Has_one_writer_for_each_status()
    {
        var writers = (await ControllersCommand.Sources())
            .SelectMany(sources => sources.Writes.Select(write => (Write: write, sources.Controller)))
            .Where(entry => entry.Write.Contains("/status", StringComparison.Ordinal) && entry.Write != SharedStatus)
            .GroupBy(entry => entry.Write, entry => entry.Controller)
            .ToList();

        Assert.True(writers.Count > 10, "the controllers say nothing of what they write");
        Assert.All(writers, status => Assert.Single(status));
    }

    [Fact]
    public async Task Names_each_controller_once_with_what_wakes_it()
    {
        var all = await ControllersCommand.Sources();

        Assert.Equal(all.Count, all.Select(sources => sources.Controller).Distinct().Count());
        Assert.All(all, sources => Assert.NotEmpty(sources.WokenBy));
        Assert.All(all, sources => Assert.NotEmpty(sources.Writes));
    }
}
