namespace CloudletK8s.Api.CustomResources.Cel;

internal enum CelTokenKind
{
    Text,
    Number,
    Name,
    Sign,
    End,
}
