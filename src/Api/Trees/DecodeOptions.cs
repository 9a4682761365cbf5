namespace CloudletK8s.Api.Trees;

public sealed record DecodeOptions
{
    /// <summary>Collects problems for fieldValidation Warn and Strict.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>For fieldValidation Ignore: problems are not looked for.</summary>
    public static DecodeOptions Lenient { get; } = new() { FindProblems = false };

    public bool FindProblems { get; init; } = true;
}
