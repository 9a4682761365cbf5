namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>Ends the reading of a text that is no expression.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the compiler.")]
internal sealed class CelSyntaxException(CelIssue issue) : Exception(issue.Message)
{
    public CelIssue Issue { get; } = issue;

    public static CelSyntaxException At(int at, string why) => new(new(at, $"Syntax error: {why}"));
}
