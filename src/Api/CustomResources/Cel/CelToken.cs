namespace CloudletK8s.Api.CustomResources.Cel;

internal readonly record struct CelToken(CelTokenKind Kind, string Text);
