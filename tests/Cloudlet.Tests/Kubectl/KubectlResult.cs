namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>How a command ended, and what it wrote.</summary>
internal sealed record KubectlResult(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>The output's lines, runs of blanks as one: columns are as wide as their widest cell.</summary>
    public IReadOnlyList<string> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))];

    public override string ToString() => $"kubectl {Command}\n[{ExitCode}]\n{Output}\n{Errors}";
}
