namespace CloudletK8s.Api.Kinds;

/// <summary>A record that travels with apiVersion and kind but is not a resource of its own (options, Status, Scale).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WireKindAttribute(string apiVersion) : Attribute
{
    public string ApiVersion { get; } = apiVersion;
}
