using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <summary>An expression of a webhook or policy, ready to be evaluated, or what is wrong with it.</summary>
public sealed class AdmissionExpression
{
    internal AdmissionExpression(string text, CelProgram program, IReadOnlyList<CelType>? results)
    {
        Text = text;
        Program = program;
        Error = program.Error is { } wrong ? $"compilation failed: {wrong}"
            : results is null || results.Any(program.Type.Same) ? null
            : results.Count == 1 ? $"must evaluate to {results[0]} but got {program.Type}"
            : $"must evaluate to one of [{string.Join(' ', results.Select(Named))}] but got {program.Type}";
    }

    public string Text { get; }

    /// <summary>Null when there is nothing wrong.</summary>
    public string? Error { get; }

    internal CelProgram Program { get; }

    private static string Named(CelType type) => type.Kind == CelKind.Null ? "null_type" : type.ToString();
}
