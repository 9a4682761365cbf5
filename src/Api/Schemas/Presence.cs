namespace CloudletK8s.Api.Schemas;

/// <summary>When a field is written. Clients compare objects, so an empty value must appear exactly where Kubernetes writes one.</summary>
public enum Presence
{
    /// <summary>Left out when it holds the zero value of its type.</summary>
    OmitEmpty,

    /// <summary>Left out only when it was not given; an explicit zero stays.</summary>
    Pointer,

    /// <summary>Always written: the zero value stands for an absent one.</summary>
    Always,
}
