namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>Ends the reading of a text that is no expression.</summary>
internal sealed class CelSyntaxException(CelIssue issue) : Exception(issue.Message)
{
    public CelIssue Issue { get; } = issue;

    public static CelSyntaxException At(int at, string why) => new(new(at, $"Syntax error: {why}"));
}
