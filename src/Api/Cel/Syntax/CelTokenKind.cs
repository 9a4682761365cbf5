namespace CloudletK8s.Api.Cel.Syntax;

internal enum CelTokenKind
{
    Literal,
    Name,
    Sign,
    End,
}
