using System.Diagnostics;
using CloudletK8s.TestKit.Repository;

namespace CloudletK8s.Cloudlet.Tests.NodeClient;

/// <summary>Runs programs, and reads what they say.</summary>
internal static class NodeClientProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <returns>Where the client is.</returns>
    public static async Task<string> Install() =>
        (await Run(Path.Combine(RepositoryRoot.Path, "scripts", "install-node-client"), [], null)).Trim();

    /// <returns>What it wrote to standard output; it must end well.</returns>
    public static async Task<string> Run(string program, IEnumerable<string> arguments, string? kubeconfig)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (kubeconfig is not null)
            start.Environment["KUBECONFIG"] = kubeconfig;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        using var patience = new CancellationTokenSource(Limit);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{output}\n{await errors}");
            return output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
