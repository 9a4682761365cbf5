using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.Cloudlet.Hosting;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.Cloudlet.Commands;

internal static class UpCommand
{
    /// <summary>Serves until the token says stop.</summary>
    public static async Task<int> Run(UpOptions options, CancellationToken cancellationToken)
    {
        using var loggers = new LineLoggerFactory(Console.Error, LogLevel.Information, TimeProvider.System);
        await using var host = await EmbeddedHost.Start(options, loggers, TimeProvider.System, cancellationToken);

        await Console.Out.WriteLineAsync($"ready {host.Url.GetLeftPart(UriPartial.Authority)} kubeconfig {host.Kubeconfig}");
        await Console.Out.FlushAsync(cancellationToken);

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(stopped.SetResult))
            await stopped.Task;

        return 0;
    }
}
