using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Hosting;

public sealed class CommandLineThatIsWrong
{
    [Theory]
    [InlineData("--colour", "up", "--colour")]
    [InlineData("--store floppy: choose sqlite, memory, azurite or azure", "up", "--store", "floppy")]
    [InlineData("--port 70000: a port lies between 0 and 65535", "up", "--port", "70000")]
    [InlineData("'many'", "up", "--port", "many")]
    [InlineData("--host here: not an IP address", "up", "--host", "here")]
    [InlineData("dance", "dance")]
    public async Task Is_refused_in_one_line_that_names_the_fault(string fault, params string[] arguments)
    {
        await using var process = ServerProcess.Start(BuiltProgram.Of("Cloudlet"), arguments);

        Assert.Equal(2, await process.WaitForEnd());
        Assert.StartsWith("cloudlet: ", process.Errors, StringComparison.Ordinal);
        Assert.Contains(fault, process.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', process.Errors);
        Assert.Empty(process.Output);
    }

    [Fact]
    public async Task Says_so_when_the_data_directory_cannot_be_written()
    {
        using var directory = new TestDirectory();
        var file = Path.Combine(directory.Path, "file");
        await File.WriteAllTextAsync(file, "");

        await using var process = ServerProcess.Start(BuiltProgram.Of("Cloudlet"), ["up", "--data", Path.Combine(file, "data"), "--port", "0"]);

        Assert.Equal(2, await process.WaitForEnd());
        Assert.Matches("^cloudlet: The data directory .* cannot be written: [^\n]*$", process.Errors);
    }
}
