namespace CloudletK8s.Api.Cel.Values;

/// <summary>A value that only functions look into.</summary>
internal interface ICelOpaque
{
    string TypeName { get; }
}
