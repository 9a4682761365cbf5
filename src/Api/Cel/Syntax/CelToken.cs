namespace CloudletK8s.Api.Cel.Syntax;

/// <param name="Value">Of a literal.</param>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, int At, object? Value = null)
{
    public bool Is(string sign) => Kind == CelTokenKind.Sign && Text == sign;
}
