using System.Diagnostics;
using System.Text;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>Runs kubectl against a server, in one namespace.</summary>
internal sealed class KubectlSession(string program, string kubeconfig, string home, string space)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Namespace => space;

    /// <summary>Runs a command that must succeed.</summary>
    /// <param name="command">Words; single quotes keep blanks and double quotes within one.</param>
    public async Task<KubectlResult> Run(string command, string? input = null, string? editor = null)
    {
        var result = await Try(command, input, editor);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    /// <summary>Runs a command that must fail.</summary>
    /// <returns>What it wrote to standard error, without the last line's end.</returns>
    public async Task<string> Fail(string command, string? input = null)
    {
        var result = await Try(command, input);
        Assert.True(result.ExitCode != 0, result.ToString());
        return result.Errors.TrimEnd('\n');
    }

    public async Task<KubectlResult> Try(string command, string? input = null, string? editor = null)
    {
        using var process = Begin(command, editor);
        using var patience = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new KubectlResult(command, process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"kubectl {command}: no end within {Limit}.");
        }
    }

    /// <summary>The same server and namespace for somebody else.</summary>
    public async Task<KubectlSession> WithToken(string token, Uri server)
    {
        var file = Path.Combine(home, $"{space}.kubeconfig");
        await File.WriteAllTextAsync(file, $$$"""
            {"apiVersion": "v1", "kind": "Config", "current-context": "c",
             "clusters": [{"name": "c", "cluster": {"server": "{{{server}}}", "certificate-authority": "{{{Path.Combine(Path.GetDirectoryName(kubeconfig)!, "pki", "ca.crt")}}}"}}],
             "users": [{"name": "c", "user": {"token": "{{{token}}}"}}],
             "contexts": [{"name": "c", "context": {"cluster": "c", "user": "c"}}]}
            """);
        return new KubectlSession(program, file, home, space);
    }

    /// <summary>Starts a command that goes on until it is killed, such as a watch.</summary>
    public Process Begin(string command, string? editor = null)
    {
        var start = new ProcessStartInfo(program, ["--namespace", space, .. Words(command)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KUBECONFIG"] = kubeconfig, ["HOME"] = home, ["KUBE_EDITOR"] = editor },
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
    }

    private static List<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var sign in command + ' ')
        {
            if (sign == '\'')
                quoted = !quoted;
            else if (sign != ' ' || quoted)
                word.Append(sign);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
